package dev.writeback.engine.run;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.engine.guard.Guard;
import dev.writeback.engine.guard.Restraint;
import dev.writeback.engine.planning.Planner;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.WritebackStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a run is made of.
 *
 * @param source where changes come from
 * @param directory where they go
 * @param store where work is kept
 * @param scoping who is in scope
 * @param planner what decides
 * @param guard what may say no
 * @param restraint what holds a run
 * @param retry when a failed object is tried again, and when it is given up
 * @param connections how many entries are written at the same time; 1 or more
 * @param writesPerSecond the most writes a second, if there is a limit
 * @param time the clock that due times go by
 * @param ids makes unique texts; called by many threads
 * @param names the entries that objects have which others refer to
 * @param random makes random 64 bits; called by many threads
 * @param domains whose addresses may be written; nothing if the source is to be asked
 * @param addresses what is done about addresses that others have
 * @param jobId what statuses name this pair of source and directory
 */
public record Parts(
        CloudSource source,
        DirectorySink directory,
        WritebackStore store,
        Scoping scoping,
        Planner planner,
        Guard guard,
        Restraint restraint,
        RetrySchedule retry,
        int connections,
        OptionalInt writesPerSecond,
        InstantSource time,
        Supplier<String> ids,
        EntryNames names,
        LongSupplier random,
        Optional<AcceptedDomains> domains,
        Reservations addresses,
        String jobId) {}
