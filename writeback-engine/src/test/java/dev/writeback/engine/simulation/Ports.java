package dev.writeback.engine.simulation;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.Account;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Claim;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Journal;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.Outbox;
import dev.writeback.spi.Records;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Runs;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.SourceRead;
import dev.writeback.spi.StatusReporter;
import dev.writeback.spi.WatchRead;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ports of one process: each call is a step of the history, and may meet trouble. */
final class Ports {

    private static final int WRITES_AT_ONCE = 3;

    private final World world;
    private final Process process;

    Ports(World world, Process process) {
        this.world = world;
        this.process = process;
    }

    CloudSource source() {
        return this::read;
    }

    private SourceRead read(@Nullable Cursor after) {
        return process.call(
                Trouble.Port.SOURCE,
                () -> world.trouble(Trouble.Port.SOURCE)
                        .<SourceRead>map(trouble -> switch (trouble) {
                            case SOURCE_AWAY -> new SourceRead.Unavailable(problem(ErrorCode.SOURCE_UNAVAILABLE));
                            case SOURCE_FORGETS -> new SourceRead.CursorExpired();
                            default -> throw broken();
                        })
                        .orElseGet(() -> world.network.read(after)));
    }

    StatusReporter reporter() {
        return status -> process.call(Trouble.Port.REPORTER, () -> {
            if (world.trouble(Trouble.Port.REPORTER).isPresent()) {
                throw broken();
            }
            world.statuses.take(status).ifPresent(world.witness::sees);
            return true;
        });
    }

    DirectorySink directory() {
        return new DirectorySink() {
            @Override
            public List<LookupOutcome> lookup(LookupRequest request) {
                return process.call(Trouble.Port.LOOKUP, () -> lookUp(request));
            }

            @Override
            public WriteOutcome write(EntryWrite write) {
                return process.call(Trouble.Port.WRITE, () -> writeOrNot(write));
            }

            @Override
            public int writesAtOnce() {
                return WRITES_AT_ONCE;
            }

            @Override
            public Optional<DirectoryWatch> watch() {
                return world.history.policy().eyes() == Policy.Eyes.WATCHING
                        ? Optional.of(Ports.this::watch)
                        : Optional.empty();
            }

            @Override
            public List<Finding> check(CheckRequest request) {
                return world.directory.check(request);
            }
        };
    }

    private WatchRead watch(@Nullable Cursor after, Map<AttributeName, AttributeSyntax> attributes) {
        return process.call(
                Trouble.Port.WATCH,
                () -> world.trouble(Trouble.Port.WATCH)
                        .<WatchRead>map(trouble -> switch (trouble) {
                            case WATCH_AWAY -> new WatchRead.Unavailable(problem(ErrorCode.DIRECTORY_UNAVAILABLE));
                            case WATCH_LOST -> world.directory.lost();
                            default -> throw broken();
                        })
                        .orElseGet(() -> world.directory.watch(after, attributes)));
    }

    private List<LookupOutcome> lookUp(LookupRequest request) {
        Optional<Trouble> trouble = world.trouble(Trouble.Port.LOOKUP);
        if (trouble.isPresent()) {
            switch (trouble.get()) {
                case LOOKUP_AWAY -> {
                    return unavailable(request, ErrorCode.DIRECTORY_UNAVAILABLE);
                }
                case LOOKUP_BUSY -> {
                    return unavailable(request, ErrorCode.DIRECTORY_BUSY);
                }
                case LOOKUP_BREAKS -> throw broken();
                default -> world.time.advance(Duration.ofMinutes(3));
            }
        }
        List<LookupOutcome> outcomes = world.directory.lookup(request);
        outcomes.forEach(outcome -> {
            if (outcome instanceof LookupOutcome.Found found) {
                process.read.put(
                        found.entry().id().guid(),
                        world.directory.entry(found.entry().id().guid()));
            }
        });
        return outcomes;
    }

    private static List<LookupOutcome> unavailable(LookupRequest request, ErrorCode code) {
        return request.anchors().stream()
                .<LookupOutcome>map(one -> new LookupOutcome.Unavailable(problem(code)))
                .toList();
    }

    private WriteOutcome writeOrNot(EntryWrite write) {
        Optional<Trouble> trouble = world.trouble(Trouble.Port.WRITE);
        if (trouble.isEmpty()) {
            return reallyWrite(write);
        }
        try {
            return write(write, trouble.get());
        } finally {
            process.claimed.values().stream()
                    .filter(item ->
                            entryOf(item).filter(write.entry().guid()::equals).isPresent())
                    .forEach(item ->
                            world.witness.ledger().lostAnswer(item.object().id()));
        }
    }

    private WriteOutcome write(EntryWrite write, Trouble trouble) {
        return switch (trouble) {
            case WRITE_STALE -> new WriteOutcome.Stale(problem(ErrorCode.ENTRY_CONFLICT));
            case WRITE_LOST -> new WriteOutcome.Unknown(problem(ErrorCode.OUTCOME_UNKNOWN));
            case WRITE_DONE_AND_LOST -> {
                reallyWrite(write);
                yield new WriteOutcome.Unknown(problem(ErrorCode.OUTCOME_UNKNOWN));
            }
            case WRITE_AWAY -> new WriteOutcome.Unavailable(problem(ErrorCode.DIRECTORY_UNAVAILABLE));
            case WRITE_BUSY -> new WriteOutcome.Unavailable(problem(ErrorCode.DIRECTORY_BUSY));
            case WRITE_DENIED -> new WriteOutcome.NotPermitted(problem(ErrorCode.INSUFFICIENT_RIGHTS));
            case WRITE_BREAKS -> throw broken();
            case WRITE_DONE_AND_BREAKS -> {
                reallyWrite(write);
                throw broken();
            }
            default -> {
                world.time.advance(Duration.ofMinutes(3));
                yield reallyWrite(write);
            }
        };
    }

    private WriteOutcome reallyWrite(EntryWrite write) {
        ObjectGuid guid = write.entry().guid();
        DirectoryEntry before = world.directory.entry(guid);
        WriteOutcome outcome = world.directory.write(write);
        if (outcome instanceof WriteOutcome.Applied) {
            world.tell(() -> process.name() + " writes " + write.modifications());
            world.witness.written(process, write, before, world.directory.entry(guid));
        }
        return outcome;
    }

    WritebackStore store() {
        return new WritebackStore() {
            @Override
            public Intake intake() {
                return new WatchedIntake();
            }

            @Override
            public WorkQueue work() {
                return new WatchedWork();
            }

            @Override
            public Records records() {
                return new WatchedRecords();
            }
        };
    }

    private final class WatchedIntake implements Intake {
        private final Intake intake = world.store.intake();

        @Override
        public Optional<Cursor> cursor(String source) {
            return process.call(() -> intake.cursor(source));
        }

        @Override
        public boolean accept(Arrival arrival) {
            return process.call(() -> intake.accept(arrival));
        }

        @Override
        public List<CloudObject> known(Collection<CloudObjectId> ids) {
            return process.call(() -> intake.known(ids));
        }
    }

    private final class WatchedWork implements WorkQueue {
        private final WorkQueue work = world.store.work();

        @Override
        public List<WorkItem> claim(Claim claim) {
            return process.call(() -> {
                List<WorkItem> items = work.claim(claim);
                items.forEach(item -> {
                    world.witness.claimed(process, item);
                    process.claimed.put(item.object().id(), item);
                });
                return items;
            });
        }

        @Override
        public void settle(Collection<Settlement> settlements) {
            call(() -> {
                work.settle(settlements);
                settlements.forEach(settlement -> {
                    process.claimed.remove(settlement.item().object().id());
                    world.witness.ledger().settled(settlement.item().object().id());
                });
            });
        }

        @Override
        public int reopen(Selection selection, Instant now) {
            return process.call(() -> work.reopen(selection, now));
        }
    }

    private final class WatchedRecords implements Records {
        private final Records records = world.store.records();

        @Override
        public Outbox outbox() {
            return new Outbox() {
                @Override
                public List<Status> undelivered(int atMost) {
                    return process.call(() -> records.outbox().undelivered(atMost));
                }

                @Override
                public void delivered(List<Status> statuses) {
                    call(() -> records.outbox().delivered(statuses));
                }
            };
        }

        @Override
        public Journal journal() {
            return new Journal() {
                @Override
                public void announce(Collection<JournalRecord.Written> writes, Destruction worth) {
                    call(() -> records.journal().announce(writes, worth));
                }

                @Override
                public List<JournalLine> read(Optional<String> run, long after, int atMost) {
                    return process.call(() -> records.journal().read(run, after, atMost));
                }

                @Override
                public Runs runs() {
                    return new WatchedRuns(records.journal().runs());
                }
            };
        }

        @Override
        public Holdings holdings() {
            return new Holdings() {
                @Override
                public List<Holding> page(Set<Holding.State> states, Optional<CloudObjectId> after, int atMost) {
                    return process.call(() -> records.holdings().page(states, after, atMost));
                }

                @Override
                public List<Holding> ofEntries(Collection<ObjectGuid> entries) {
                    return process.call(() -> records.holdings().ofEntries(entries));
                }

                @Override
                public List<Holding> of(Collection<CloudObjectId> ids) {
                    return process.call(() -> records.holdings().of(ids));
                }
            };
        }
    }

    private final class WatchedRuns implements Runs {
        private final Runs runs;

        WatchedRuns(Runs runs) {
            this.runs = runs;
        }

        @Override
        public void keep(RunRecord run) {
            call(() -> runs.keep(run));
        }

        @Override
        public List<RunRecord> newest(int atMost) {
            return process.call(() -> runs.newest(atMost));
        }

        @Override
        public Account account(Instant since) {
            return process.call(() -> runs.account(since));
        }
    }

    private void call(Runnable port) {
        Supplier<Boolean> answer = () -> {
            port.run();
            return true;
        };
        process.call(answer);
    }

    private static Problem problem(ErrorCode code) {
        return SimulatedDirectory.problem(code, "the call");
    }

    private static IllegalStateException broken() {
        return new IllegalStateException("the history says that it breaks");
    }

    static Optional<ObjectGuid> entryOf(WorkItem item) {
        return item.object().anchorValues().stream()
                .filter(Anchor.ImmutableId.class::isInstance)
                .map(anchor -> ((Anchor.ImmutableId) anchor).guid())
                .findFirst();
    }
}
