package dev.writeback.engine.dotnet;

/** A part of a date format, which reads and prints. */
interface FormatPart {

    /** Takes what it stands for from the text; false if that is not there. */
    boolean read(TextCursor text, DateFields fields);

    /** Appends what it stands for. */
    void print(DotNetDate date, StringBuilder text);
}
