package com.example.nordwind;

import dev.writeback.spi.ConflictResolver;
import dev.writeback.testkit.law.ConflictResolverLaws;

class LongestLaws extends ConflictResolverLaws {

    @Override
    protected ConflictResolver resolver() {
        return Nordwind::longest;
    }
}
