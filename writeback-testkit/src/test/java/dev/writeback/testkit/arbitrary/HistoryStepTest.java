package dev.writeback.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HistoryStepTest {

    @Test
    void what_was_never_said_is_not_repeated() {
        assertThatThrownBy(() -> new HistoryStep.Repeated(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the cloud cannot repeat what it said 0 before; 1 is the last change");
    }

    @Test
    void mailboxes_are_numbered_from_0() {
        assertThatThrownBy(() -> new NumberedMailbox(-5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mailboxes are numbered from 0, not from -5");
    }
}
