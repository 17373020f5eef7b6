package dev.writeback.engine.simulation;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Drift;
import dev.writeback.engine.mapping.FirstContact;
import dev.writeback.engine.run.Cycle;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Modification;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.WorkItem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks on while a history is played, and keeps what is wrong: it may not throw, since the engine takes whatever a port
 * throws for the port's own fault.
 */
final class Witness {

    private final World world;
    private final List<String> wrong = new ArrayList<>();
    private final List<Map<Field, List<AttributeValue>>> alone = new ArrayList<>();
    private final Ledger ledger = new Ledger();
    private int claims;
    private int writes;
    private int rounds;

    Witness(World world) {
        this.world = world;
        for (int i = 0; i < World.ENTRIES; i++) {
            alone.add(new EnumMap<>(Field.class));
        }
    }

    void sees(String what) {
        world.tell(() -> "WRONG: " + what);
        wrong.add(what);
    }

    boolean isContent() {
        return wrong.isEmpty();
    }

    List<String> wrong() {
        return wrong;
    }

    int claims() {
        return claims;
    }

    /** How many runs had something to do. */
    int rounds() {
        return rounds;
    }

    int writes() {
        return writes;
    }

    Ledger ledger() {
        return ledger;
    }

    /** What an entry would hold if only the directory's own writer wrote. */
    List<AttributeValue> alone(int entry, Field field) {
        return alone.get(entry).getOrDefault(field, List.of());
    }

    void edited(int entry, Field field, List<AttributeValue> after) {
        alone.get(entry).put(field, after);
    }

    void claimed(Process process, WorkItem item) {
        claims++;
        rounds += process.becomesBusy() ? 1 : 0;
        for (Process other : world.processes()) {
            if (other.claimed.containsKey(item.object().id())) {
                sees("%s claims %s, which %s has in its hands"
                        .formatted(process.name(), item.object().id(), other.name()));
            }
        }
    }

    /** What must hold after each event. */
    void look() {
        for (Holding holding : world.store.records().holdings().page(Holdings.EVERY, Optional.empty(), World.OBJECTS)) {
            boolean isPostponed = holding.state() == Holding.State.ESCROWED || holding.state() == Holding.State.WAITING;
            if (isPostponed != holding.due().isPresent()
                    || (holding.state() == Holding.State.PARKED)
                            == holding.parked().isEmpty()) {
                sees("the store holds %s".formatted(holding));
            }
        }
        for (int entry = World.OBJECTS - 1; entry < World.ENTRIES; entry++) {
            for (Field field : Field.FLOWING) {
                if (!now(entry, field).equals(alone(entry, field))) {
                    sees("entry %d, which is not in scope or nobody's, was written".formatted(entry));
                }
            }
        }
        for (int entry = 0; entry < World.ENTRIES; entry++) {
            if (!now(entry, Field.NOTE).equals(alone(entry, Field.NOTE))) {
                sees("entry %d has another %s".formatted(entry, Field.NOTE.directory()));
            }
        }
    }

    List<AttributeValue> now(int entry, Field field) {
        return world.directory.values(Mailboxes.guid(entry), field.directory());
    }

    /** A write of the engine that the directory has carried out. */
    void written(Process process, EntryWrite write, DirectoryEntry before, DirectoryEntry after) {
        writes++;
        ObjectGuid guid = write.entry().guid();
        Optional<WorkItem> item = process.claimed.values().stream()
                .filter(one -> Ports.entryOf(one).filter(guid::equals).isPresent())
                .findFirst();
        if (item.isEmpty()) {
            sees("%s writes an entry of which it has no object in its hands".formatted(process.name()));
            return;
        }
        CloudObject object = item.get().object();
        if (object.isRemoved() || !isManaged(object)) {
            sees("%s writes the entry of %s, which the cloud does not manage".formatted(process.name(), object.id()));
        }
        DirectoryEntry read = process.read.get(guid);
        boolean seen = read != null && read.attributes().equals(before.attributes());
        ledger.made(object.id(), write, after, seen);
        Set<AttributeName> touched =
                write.modifications().stream().map(Modification::attribute).collect(Collectors.toSet());
        for (Field field : Field.FLOWING) {
            boolean isTouched = touched.remove(field.directory());
            if (isTouched || seen) {
                judge(new WriteOf(item.get(), process.kind(), field, before, after), isTouched, seen);
            }
        }
        if (!touched.isEmpty()) {
            sees("the write names %s, which the profile does not".formatted(touched));
        }
    }

    private void judge(WriteOf write, boolean isTouched, boolean isSeen) {
        if (write.stated().isEmpty()) {
            if (isTouched) {
                sees("%s; it is not stated".formatted(write));
            }
        } else if (write.field().takesMany()) {
            if (isTouched) {
                judgeMany(write, isSeen);
            }
        } else if (!write.isTo().equals(write.oracle(world.history.policy()).result())) {
            sees("%s; it should become %s"
                    .formatted(write, write.oracle(world.history.policy()).result()));
        }
        if (isTouched && isSeen && write.was().equals(write.isTo())) {
            sees("%s, which changes nothing".formatted(write));
        }
    }

    private void judgeMany(WriteOf write, boolean isSeen) {
        Policy policy = world.history.policy().of(write.field());
        Set<String> after = identities(write.isTo());
        Set<String> known = identities(write.was());
        known.addAll(identities(write.wanted()));
        if (policy.kind() == Authority.Kind.DIRECTORY || !known.containsAll(after)) {
            sees("%s; it is not the cloud's, or a value is nobody's".formatted(write));
        }
        if (policy.kind() == Authority.Kind.CLOUD && !after.containsAll(write.news())) {
            sees("%s; something new of the cloud's is missing".formatted(write));
        }
        boolean isCleared = write.isFirstContact() && write.wanted().isEmpty();
        boolean mayReplace = isCleared
                || policy.drift() == Drift.REPAIR
                || policy.first() == FirstContact.CLOUD
                || (write.kind() == Cycle.Kind.INITIAL && policy.kind() == Authority.Kind.CLOUD);
        Set<String> gone = identities(write.was());
        gone.removeAll(after);
        if (!mayReplace && !write.onceOfTheCloud().containsAll(gone)) {
            sees("%s; something that only the directory knew is gone".formatted(write));
        }
        if (write.field() == Field.ADDRESSES && isSeen) {
            judgePrimaries(write);
        }
    }

    private void judgePrimaries(WriteOf write) {
        long after = primaries(write.isTo());
        if (after > 1) {
            sees("%s, with two primary addresses".formatted(write));
        }
        boolean isCleared = write.wanted().isEmpty();
        if (after == 0
                && !isCleared
                && !write.isTo().isEmpty()
                && primaries(write.was()) + primaries(write.wanted()) > 0) {
            sees("%s, without a primary address".formatted(write));
        }
    }

    private static long primaries(List<AttributeValue> addresses) {
        return addresses.stream().filter(DirectoryWriter::isPrimary).count();
    }

    static Set<String> identities(List<AttributeValue> values) {
        return values.stream()
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static boolean isManaged(CloudObject object) {
        return object.stated(Mailboxes.MANAGED)
                .filter(values -> values.equals(List.of(new AttributeValue.Flag(true))))
                .isPresent();
    }
}
