package dev.writeback.architecture.bad.engine;

import org.assertj.core.api.Assertions;

final class UsesAssertj {
    void check() {
        Assertions.assertThat(1).isOne();
    }
}
