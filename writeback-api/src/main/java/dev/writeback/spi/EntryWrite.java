package dev.writeback.spi;

import dev.writeback.model.EntryId;
import dev.writeback.plan.Modification;
import java.util.List;

/**
 * What to write to one entry, all or nothing.
 *
 * <p>A write of more values than a directory is to change at once may be made in parts, one after the other: see
 * {@link #isWhole}.
 *
 * @param entry which entry
 * @param server the server that it was read from, which should be the one that writes it
 * @param modifications at least one, each attribute once
 */
public record EntryWrite(EntryId entry, String server, List<Modification> modifications) {
    public EntryWrite {
        modifications = List.copyOf(modifications);
        if (modifications.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to write to %s".formatted(entry));
        }
        if (modifications.stream().map(Modification::attribute).distinct().count() < modifications.size()) {
            throw new IllegalArgumentException("an attribute of %s is modified twice".formatted(entry));
        }
    }

    /**
     * The most values that a directory is asked to change at once: Active Directory takes no more than about 5,000 links in
     * one transaction (Microsoft, "Active Directory maximum limits").
     */
    public static final int MOST_AT_ONCE = 5_000;

    /**
     * Whether all of it is made or nothing, whatever happens: it changes no more than {@link #MOST_AT_ONCE} values. Of
     * another, parts may have been made and others not, and then its outcome is {@link
     * dev.writeback.plan.WriteOutcome.Unknown}: what is left is what a new plan finds.
     */
    public boolean isWhole() {
        return values() <= MOST_AT_ONCE;
    }

    /** How many values it removes and adds. */
    public int values() {
        return modifications.stream()
                .mapToInt(one -> one.remove().size() + one.add().size())
                .sum();
    }
}
