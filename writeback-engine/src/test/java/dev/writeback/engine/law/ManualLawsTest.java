package dev.writeback.engine.law;

import dev.writeback.engine.mapping.Authority;

/** The laws, where a person decides conflicts. */
class ManualLawsTest extends AuthorityLaws {

    ManualLawsTest() {
        super(Authority.MANUAL);
    }
}
