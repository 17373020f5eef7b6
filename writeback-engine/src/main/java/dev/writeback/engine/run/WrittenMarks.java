package dev.writeback.engine.run;

import dev.writeback.model.ReplicaMark;
import dev.writeback.spi.DirectorySink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what another copy of the directory must have seen to show what was just written: each server is asked once for all
 * that was written to it.
 */
final class WrittenMarks {

    private static final Logger LOG = LoggerFactory.getLogger(WrittenMarks.class);

    private final DirectorySink directory;

    WrittenMarks(DirectorySink directory) {
        this.directory = directory;
    }

    /** Marks those of them that were written; asks nobody if none was. */
    void mark(List<Draft> drafts) {
        Map<String, Optional<ReplicaMark>> marks = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (draft.one().hasRecords()) {
                draft.one().sawAt(marks.computeIfAbsent(draft.entry().server(), this::ask));
            }
        }
    }

    private Optional<ReplicaMark> ask(String server) {
        try {
            return directory.mark(server);
        } catch (Throwable fault) {
            LOG.warn(
                    "asking {} for a mark ended in a {}",
                    server,
                    fault.getClass().getName());
            LOG.debug("the mark", fault);
            return Optional.empty();
        }
    }
}
