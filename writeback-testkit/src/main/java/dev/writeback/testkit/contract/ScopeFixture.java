package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A directory with two entries, one in sales and one that holds a star. */
abstract class ScopeFixture {

    ScopedDirectory directory;
    DirectorySink sink;
    ObjectGuid ada;
    ObjectGuid bob;

    /** A directory for one test. */
    protected abstract ScopedDirectory open();

    @BeforeEach
    void addTwoEntries() {
        directory = open();
        sink = directory.sink();
        ada = directory.add("ada");
        bob = directory.add("bob");
        directory.set(ada, SinkCall.ONE, SinkCall.texts("Sales"));
        directory.set(bob, SinkCall.ONE, SinkCall.texts("R*D"));
    }

    @AfterEach
    void closeDirectory() {
        directory.close();
    }

    final ResolvedScope resolved(ScopeConditions conditions) {
        ScopeRead read = sink.scope(conditions);
        assertThat(read).as("what comes of %s", conditions).isInstanceOf(ScopeRead.Resolved.class);
        return ((ScopeRead.Resolved) read).scope();
    }

    /** That a directory that nobody can reach leaves it open what this scope comes to. */
    final void assertOpenWhenUnreachable(ScopeConditions conditions) {
        try (DirectorySink unreachable = directory.unreachable()) {
            assertThat(unreachable.scope(conditions))
                    .as(
                            "the scope in a directory that nobody can reach; without its people it looks as if all had left")
                    .satisfiesAnyOf(
                            it -> assertThat(it).isInstanceOf(ScopeRead.Unresolved.class),
                            it -> assertThat(((ScopeRead.Resolved) it).scope().gap())
                                    .isPresent());
        }
    }
}
