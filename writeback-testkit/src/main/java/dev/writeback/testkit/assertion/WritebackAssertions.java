package dev.writeback.testkit.assertion;

import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.testkit.directory.EntrySnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Where assertions begin. Import {@code assertThat} from here and from AssertJ's own {@code Assertions}, side by side.
 *
 * <pre>{@code
 * assertThat(status).succeeded().wrote("extensionAttribute1", "R&D");
 * assertThat(directory.user(0)).holds("extensionAttribute1", "R&D").differsFrom(before, "extensionAttribute1");
 * }</pre>
 *
 * <p>The three kinds of assertions are classes that AssertJ's soft assertions can stand in for: {@code
 * softly.proxy(PlanAssert.class, Plan.class, plan)}.
 *
 * <p>Values are compared as the text that LDAP sends, bytes in base64; several of them in any order, each to the letter.
 */
public final class WritebackAssertions {

    private WritebackAssertions() {}

    /** Assertions about what is to be written, and why. */
    public static PlanAssert assertThat(@Nullable Plan plan) {
        return new PlanAssert(plan);
    }

    /** Assertions about what became of a change. */
    public static StatusAssert assertThat(@Nullable Status status) {
        return new StatusAssert(status);
    }

    /** Assertions about an entry as a sink found it. */
    public static EntryAssert assertThat(@Nullable DirectoryEntry entry) {
        return new EntryAssert(entry == null ? null : HeldEntry.of(entry));
    }

    /** Assertions about an entry of the in-memory directory. */
    public static EntryAssert assertThat(@Nullable EntrySnapshot entry) {
        return new EntryAssert(entry == null ? null : HeldEntry.of(entry));
    }

    /** Assertions about an entry that was read in another way. */
    public static EntryAssert assertThat(@Nullable HeldEntry entry) {
        return new EntryAssert(entry);
    }
}
