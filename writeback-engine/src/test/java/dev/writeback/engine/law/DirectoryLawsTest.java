package dev.writeback.engine.law;

import dev.writeback.engine.mapping.Authority;

/** The laws, where the directory has the say. */
class DirectoryLawsTest extends AuthorityLaws {

    DirectoryLawsTest() {
        super(Authority.DIRECTORY);
    }
}
