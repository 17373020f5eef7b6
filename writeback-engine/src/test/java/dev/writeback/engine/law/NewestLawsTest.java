package dev.writeback.engine.law;

import dev.writeback.engine.mapping.Authority;

/** The laws, where the newest change counts. */
class NewestLawsTest extends AuthorityLaws {

    NewestLawsTest() {
        super(Authority.NEWEST);
    }
}
