package dev.writeback.ldap;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Modification;
import dev.writeback.spi.EntryWrite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A write of more values than a directory changes at once, in parts that it does: each is its own condition, and those of
 * them that are made are what a new plan need not do again.
 */
final class WriteParts {

    private final EntryWrite whole;
    private final List<EntryWrite> parts = new ArrayList<>();
    private final Map<AttributeName, Values> part = new LinkedHashMap<>();
    private int size;

    private WriteParts(EntryWrite whole) {
        this.whole = whole;
    }

    /** The parts, one at least, in the order in which they are to be made. */
    static List<EntryWrite> of(EntryWrite write) {
        if (write.isWhole()) {
            return List.of(write);
        }
        WriteParts parts = new WriteParts(write);
        // What fits goes first and together: attributes that belong to each other are then changed at once.
        write.modifications().stream().sorted(WriteParts::bySize).forEach(parts::take);
        parts.end();
        return parts.parts;
    }

    private static int bySize(Modification one, Modification other) {
        return Integer.compare(size(one), size(other));
    }

    private static int size(Modification one) {
        return one.remove().size() + one.add().size();
    }

    private void take(Modification modification) {
        if (size(modification) <= EntryWrite.MOST_AT_ONCE) {
            makeRoom(size(modification));
            values(modification).remove.addAll(modification.remove());
            values(modification).add.addAll(modification.add());
            return;
        }
        Map<Object, AttributeValue> adds = new LinkedHashMap<>();
        modification.add().forEach(value -> adds.put(AttributeSyntax.CASE_IGNORE.identity(value), value));
        for (AttributeValue value : modification.remove()) {
            // Another spelling of a value cannot be added before that value is gone.
            take(modification, value, adds.remove(AttributeSyntax.CASE_IGNORE.identity(value)));
        }
        adds.values().forEach(value -> take(modification, null, value));
    }

    private void take(Modification modification, @Nullable AttributeValue remove, @Nullable AttributeValue add) {
        makeRoom(remove == null || add == null ? 1 : 2);
        if (remove != null) {
            values(modification).remove.add(remove);
        }
        if (add != null) {
            values(modification).add.add(add);
        }
    }

    private Values values(Modification modification) {
        return part.computeIfAbsent(modification.attribute(), unseen -> new Values());
    }

    private void makeRoom(int more) {
        if (size + more > EntryWrite.MOST_AT_ONCE) {
            end();
        }
        size += more;
    }

    private void end() {
        List<Modification> modifications = new ArrayList<>();
        part.forEach((attribute, values) -> modifications.add(new Modification(attribute, values.remove, values.add)));
        parts.add(new EntryWrite(whole.entry(), whole.server(), modifications));
        part.clear();
        size = 0;
    }

    /** What a part changes of one attribute. */
    private static final class Values {
        final List<AttributeValue> remove = new ArrayList<>();
        final List<AttributeValue> add = new ArrayList<>();
    }
}
