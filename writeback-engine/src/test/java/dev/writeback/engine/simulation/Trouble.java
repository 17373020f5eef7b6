package dev.writeback.engine.simulation;

import java.util.Locale;

/** What the next call of a port meets. */
enum Trouble {
    SOURCE_AWAY(Port.SOURCE),
    SOURCE_FORGETS(Port.SOURCE),
    SOURCE_BREAKS(Port.SOURCE),
    LOOKUP_AWAY(Port.LOOKUP),
    LOOKUP_BUSY(Port.LOOKUP),
    LOOKUP_BREAKS(Port.LOOKUP),
    LOOKUP_LATE(Port.LOOKUP),
    /** Refused as stale although nobody was there first, as when the comparison itself was stale. */
    WRITE_STALE(Port.WRITE),
    /** The answer is lost, and so was the request. */
    WRITE_LOST(Port.WRITE),
    /** The answer is lost, the request was not. */
    WRITE_DONE_AND_LOST(Port.WRITE),
    WRITE_AWAY(Port.WRITE),
    WRITE_BUSY(Port.WRITE),
    WRITE_DENIED(Port.WRITE),
    WRITE_BREAKS(Port.WRITE),
    /** The write is done, and then the sink breaks. */
    WRITE_DONE_AND_BREAKS(Port.WRITE),
    WRITE_LATE(Port.WRITE),
    WATCH_AWAY(Port.WATCH),
    /** The directory can no longer tell what changed, as when another server answers. */
    WATCH_LOST(Port.WATCH),
    WATCH_BREAKS(Port.WATCH),
    STATUS_REFUSED(Port.REPORTER);

    /** Where trouble may come from. */
    enum Port {
        SOURCE,
        LOOKUP,
        WRITE,
        WATCH,
        REPORTER
    }

    private final Port port;

    Trouble(Port port) {
        this.port = port;
    }

    Port port() {
        return port;
    }

    static Trouble named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
