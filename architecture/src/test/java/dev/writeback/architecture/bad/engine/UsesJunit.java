package dev.writeback.architecture.bad.engine;

import org.junit.jupiter.api.Assertions;

final class UsesJunit {
    void check() {
        Assertions.assertTrue(true);
    }
}
