package dev.writeback.agent;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Printable;
import dev.writeback.plan.Problem;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.SourceRead;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tells of what cannot be read of the feed and keeps it aside, and counts what can. */
final class Intake implements WatchedSource.Watcher {

    private final Output output;
    private final RejectedLines rejectedLines;
    private final Progress progress;

    Intake(Output output, RejectedLines rejectedLines, Progress progress) {
        this.output = output;
        this.rejectedLines = rejectedLines;
        this.progress = progress;
    }

    @Override
    public Optional<SourceRead.Unavailable> page(List<CloudChange> changes, List<RejectedChange> rejected) {
        changes.forEach(change -> progress.read(change.id()));
        for (RejectedChange one : rejected) {
            output.complain(output.paint().red("malformed") + " " + Printable.of(one.place() + ": " + one.reason()));
            try {
                rejectedLines.keep(one);
            } catch (IOException fault) {
                return Optional.of(unavailable(fault));
            }
        }
        return Optional.empty();
    }

    /** A line that can be neither taken in nor kept aside would be lost, so that nothing is taken in. */
    private SourceRead.Unavailable unavailable(IOException fault) {
        return new SourceRead.Unavailable(new Problem(
                ErrorCode.SOURCE_UNAVAILABLE,
                "What cannot be read of the feed cannot be kept aside in %s.".formatted(rejectedLines.file()),
                "Make the file writable, and see that its disk has room.",
                String.valueOf(fault.getMessage())));
    }
}
