package dev.writeback.architecture.bad.engine.planning;

import java.time.Clock;
import java.time.InstantSource;

final class HasClock {
    final Clock clock = Clock.systemUTC();
    final InstantSource source = InstantSource.system();
    final Clock local = Clock.systemDefaultZone();
}
