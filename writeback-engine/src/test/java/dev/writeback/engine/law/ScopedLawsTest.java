package dev.writeback.engine.law;

import dev.writeback.engine.WritebackBuilder;
import dev.writeback.engine.mapping.Scope;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.testkit.arbitrary.Vocabulary;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.PropertyDefaults;

/** The laws, for an engine whose scope is one of the two organizational units, and that accepts one domain alone. */
@PropertyDefaults(tries = 20, edgeCases = EdgeCasesMode.NONE)
class ScopedLawsTest extends ExchangeOnlineLawsTest {

    private static final Dn PEOPLE = Dn.of("OU=People,DC=corp,DC=example");

    @Override
    WritebackBuilder configured(WritebackBuilder builder) {
        return builder.scope(new Scope(List.of(PEOPLE))).acceptedDomains(List.of("x.example"));
    }

    @Override
    protected Vocabulary vocabulary() {
        return super.vocabulary().mailAt("x.example");
    }

    @Override
    protected boolean takesPart(EntryId entry) {
        return entry.dn().value().endsWith("," + PEOPLE.value());
    }
}
