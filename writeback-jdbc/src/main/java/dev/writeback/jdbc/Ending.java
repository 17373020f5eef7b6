package dev.writeback.jdbc;

import dev.writeback.model.Baseline;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be kept of one item that is settled, ready to be stored. */
final class Ending {

    final Settlement settlement;
    final Claimed claim;
    final byte @Nullable [] note;
    final byte @Nullable [] baseline;
    final @Nullable UUID entry;
    final boolean agrees;
    final byte @Nullable [] doubtful;
    final List<Line> lines = new ArrayList<>();

    /** A line of the journal. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares it
    record Line(String run, byte[] content) {}

    Ending(Settlement settlement, Claimed claim, @Nullable Announced announced) {
        this.settlement = settlement;
        this.claim = claim;
        this.note = Note.of(settlement.end());
        Optional<Baseline> agreed = settlement.baseline();
        this.baseline = agreed.map(BaselineJson::bytes).orElse(null);
        this.entry = agreed.flatMap(Baseline::entry)
                .map(EntryId::guid)
                .map(ObjectGuid::uuid)
                .orElse(null);
        this.agrees = agreed.filter(Baseline::isAgreed).isPresent();
        this.doubtful =
                settlement.journaling().announced().map(JournalJson::bytes).orElse(null);
        for (JournalRecord record : settlement.journaling().records()) {
            boolean isKnown = announced != null && announced.write().equals(record);
            lines.add(new Line(
                    Key.of(record.run()),
                    isKnown && announced != null ? announced.content() : JournalJson.bytes(record)));
        }
    }

    /** Whether nobody has worked on what is known of the object by now. */
    boolean isOutdated(Standing standing) {
        return standing.revision() != settlement.item().revision();
    }

    boolean isReleased() {
        return settlement.end() instanceof Settlement.Released;
    }

    /** Whether there is nothing to say but that it is done. */
    boolean isPlain(Standing standing) {
        return settlement.end() instanceof Settlement.Done && !isOutdated(standing) && doubtful == null;
    }

    int attempts(Standing standing) {
        boolean failed = settlement.end() instanceof Settlement.Escrowed
                || (settlement.end() instanceof Settlement.Waiting && !isOutdated(standing));
        return failed ? settlement.item().attempts() + 1 : 0;
    }

    int state() {
        Settlement.End end = settlement.end();
        if (end instanceof Settlement.Escrowed) {
            return Lane.ESCROWED;
        } else if (end instanceof Settlement.Waiting) {
            return Lane.WAITING;
        } else if (end instanceof Settlement.Parked) {
            return Lane.PARKED;
        } else if (end instanceof Settlement.Expired) {
            return Lane.EXPIRED;
        } else if (end instanceof Settlement.OutOfScope) {
            return Lane.OUT_OF_SCOPE;
        }
        return end instanceof Settlement.Held ? Lane.HELD : Lane.RESTING;
    }

    /** When it is looked at again by itself. */
    Optional<Instant> due() {
        if (settlement.end() instanceof Settlement.Escrowed escrowed) {
            return Optional.of(escrowed.until());
        }
        return settlement.end() instanceof Settlement.Waiting waiting ? Optional.of(waiting.until()) : Optional.empty();
    }
}
