package dev.writeback.engine.law;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.testkit.arbitrary.Vocabulary;
import dev.writeback.testkit.law.Law;

/** The laws, where the directory has the say. */
class DirectoryLawsTest extends AuthorityLaws {

    DirectoryLawsTest() {
        super(Authority.DIRECTORY);
    }

    /** What the cloud states of these reaches no directory. */
    @Override
    protected Vocabulary vocabulary(Law law) {
        return law == Law.CARRIED ? Vocabulary.empty() : super.vocabulary(law);
    }
}
