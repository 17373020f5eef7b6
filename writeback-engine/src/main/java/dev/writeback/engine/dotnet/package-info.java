/** What the functions of .NET do and those of Java do not: its patterns, dates, letter case, encodings and random texts. */
@NullMarked
package dev.writeback.engine.dotnet;

import org.jspecify.annotations.NullMarked;
