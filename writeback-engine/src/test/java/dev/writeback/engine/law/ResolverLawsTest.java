package dev.writeback.engine.law;

import dev.writeback.engine.WritebackBuilder;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.plan.Resolution;

/** The laws, where a resolver of the host's decides conflicts: by the alphabet. */
class ResolverLawsTest extends AuthorityLaws {

    ResolverLawsTest() {
        super(Authority.resolver("alphabet"));
    }

    @Override
    WritebackBuilder configured(WritebackBuilder builder) {
        return super.configured(builder)
                .resolver(
                        "alphabet",
                        conflict -> conflict.cloud()
                                                .toString()
                                                .compareTo(conflict.directory().toString())
                                        < 0
                                ? new Resolution.Cloud()
                                : new Resolution.Directory());
    }
}
