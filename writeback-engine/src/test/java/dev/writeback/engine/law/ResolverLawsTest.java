package dev.writeback.engine.law;

import dev.writeback.engine.WritebackBuilder;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.plan.Resolution;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.Vocabulary;
import dev.writeback.testkit.law.Law;

/** The laws, where a resolver of the host's decides conflicts: by the alphabet. */
class ResolverLawsTest extends AuthorityLaws {

    ResolverLawsTest() {
        super(Authority.resolver("alphabet"));
    }

    /** This resolver looks at a list as a whole: when half of it was written, it may decide otherwise. */
    @Override
    protected Vocabulary vocabulary(Law law) {
        Vocabulary all = super.vocabulary(law);
        return law == Law.MINIMAL ? all.only(it -> it.arity() == CarriedAttribute.Arity.ONE) : all;
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
