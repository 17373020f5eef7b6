package dev.writeback.engine.law;

import dev.writeback.engine.WritebackBuilder;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Profile;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.PropertyDefaults;

/** The laws, where another than the cloud has the say about every attribute. */
@PropertyDefaults(tries = 20, edgeCases = EdgeCasesMode.NONE)
abstract class AuthorityLaws extends ExchangeOnlineLawsTest {

    private final Authority authority;

    AuthorityLaws(Authority authority) {
        this.authority = authority;
    }

    @Override
    WritebackBuilder configured(WritebackBuilder builder) {
        Profile.Builder profile = Profile.exchangeOnline().toBuilder("another authority");
        Profile.exchangeOnline().rules().forEach(rule -> profile.rule(rule.withAuthority(authority)));
        return builder.profile(profile.build());
    }
}
