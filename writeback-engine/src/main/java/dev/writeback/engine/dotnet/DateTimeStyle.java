package dev.writeback.engine.dotnet;

/** The members of the .NET enumeration DateTimeStyles, but {@code None} and the three kinds of white space together. */
enum DateTimeStyle {
    ALLOW_LEADING_WHITE,
    ALLOW_TRAILING_WHITE,
    ALLOW_INNER_WHITE,
    NO_CURRENT_DATE_DEFAULT,
    ADJUST_TO_UNIVERSAL,
    ASSUME_LOCAL,
    ASSUME_UNIVERSAL,
    ROUNDTRIP_KIND
}
