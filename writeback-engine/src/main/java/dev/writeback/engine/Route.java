package dev.writeback.engine;

import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.ReplicaMark;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Extent;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to one of several directories. One that did not answer is left alone for a while, lest each batch waits for it
 * anew. Thread-safe.
 */
final class Route {

    /** For so long a directory is not asked again that did not answer. */
    static final Duration PAUSE = Duration.ofSeconds(15);

    private static final char BETWEEN = '/';

    private final Directory directory;
    private final InstantSource time;
    private volatile @Nullable Away away;
    private volatile Optional<Dn> forest = Optional.empty();

    private record Away(Problem problem, Instant until) {}

    Route(Directory directory, InstantSource time) {
        this.directory = directory;
        this.time = time;
    }

    Directory directory() {
        return directory;
    }

    String name() {
        return directory.name();
    }

    /** The problem of a directory that is left alone for now. */
    Optional<Problem> away() {
        Away now = away;
        return now == null || !time.instant().isBefore(now.until) ? Optional.empty() : Optional.of(now.problem);
    }

    List<LookupOutcome> lookup(LookupRequest request) {
        Optional<Problem> silent = away();
        if (silent.isPresent()) {
            return Collections.nCopies(
                    request.anchors().size(), new LookupOutcome.Unavailable(silent.get(), Extent.DIRECTORY));
        }
        List<LookupOutcome> outcomes = directory
                .sink()
                .lookup(request.with(request.marks().stream()
                        .map(mark -> mark.flatMap(this::own))
                        .toList()));
        outcomes.forEach(outcome -> {
            if (outcome instanceof LookupOutcome.Unavailable it && isAway(it.problem(), it.extent())) {
                leaveAlone(it.problem());
            }
        });
        return outcomes;
    }

    /** Writes entries that were found here, in their order; where the directory is away, the others go on. */
    List<WriteOutcome> writeAll(List<EntryWrite> writes) {
        List<EntryWrite> own = writes.stream()
                .map(write -> new EntryWrite(write.entry(), own(write.server()).orElseThrow(), write.modifications()))
                .toList();
        return directory.sink().writeAll(own).stream().map(this::settled).toList();
    }

    private WriteOutcome settled(WriteOutcome outcome) {
        if (outcome instanceof WriteOutcome.Unavailable it) {
            if (isAway(it.problem(), it.extent())) {
                leaveAlone(it.problem());
            }
            return new WriteOutcome.Unavailable(it.problem(), Extent.ENTRY);
        }
        return outcome;
    }

    private static boolean isAway(Problem problem, Extent extent) {
        return extent == Extent.DIRECTORY
                && problem.code() != ErrorCode.DIRECTORY_BUSY
                && problem.code() != ErrorCode.REPLICA_BEHIND
                && problem.code() != ErrorCode.INTERNAL_ERROR;
    }

    private void leaveAlone(Problem problem) {
        away = new Away(problem, time.instant().plus(PAUSE));
    }

    /** The forest, as far as the directory has ever told it. */
    Optional<Dn> forest() {
        if (forest.isEmpty()) {
            forest = directory.sink().forest();
        }
        return forest;
    }

    /** An entry that was found here, as it is among those of all. */
    DirectoryEntry qualified(DirectoryEntry entry) {
        return entry.from(directory.name() + BETWEEN + entry.server(), qualified(entry.mark()));
    }

    /** What a copy of this directory must have seen, as it is told among those of all. */
    Optional<ReplicaMark> mark(String server) {
        return own(server).flatMap(own -> qualified(directory.sink().mark(own)));
    }

    private Optional<ReplicaMark> qualified(Optional<ReplicaMark> mark) {
        return mark.map(it -> new ReplicaMark(directory.name() + BETWEEN + it.value()));
    }

    private Optional<ReplicaMark> own(ReplicaMark mark) {
        return own(mark.value()).map(ReplicaMark::new);
    }

    /** The own name of a server, or value of a mark; nothing if it is none of this directory. */
    Optional<String> own(String qualified) {
        String start = directory.name() + BETWEEN;
        return qualified.startsWith(start) ? Optional.of(qualified.substring(start.length())) : Optional.empty();
    }
}
