package dev.writeback.engine.dotnet;

import java.time.LocalDateTime;

/**
 * A date as .NET holds it: its fields, and what they are relative to.
 *
 * @param fields in the years 1 to 9999, down to 100 nanoseconds
 * @param kind what the fields are relative to
 */
record DotNetDate(LocalDateTime fields, Kind kind) {

    /** The time zone of a date. The local one is UTC too, as on the machines of the service, but prints otherwise. */
    enum Kind {
        UNSPECIFIED,
        UTC,
        LOCAL
    }
}
