package dev.writeback.engine.dotnet;

import java.util.Optional;

/**
 * Brings dates from one .NET format into another, as the function FormatDateTime does. The local time zone is UTC.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class DateReformat {

    private final DateTimeStyles styles;
    private final DotNetDateFormat input;
    private final DotNetDateFormat output;

    private DateReformat(DateTimeStyles styles, String input, String output) {
        this.styles = styles;
        this.input = DotNetDateFormat.compile(input);
        this.output = DotNetDateFormat.compile(output);
    }

    /**
     * From one format into another, with the usual styles: the kind of time is kept, white space around does not count.
     *
     * @throws InvalidSettingException if one of them is not a format
     */
    public static DateReformat of(String input, String output) {
        return new DateReformat(DateTimeStyles.usual(), input, output);
    }

    /**
     * From one format into another.
     *
     * @param styles names of the .NET enumeration DateTimeStyles, in any case, with commas between
     * @throws InvalidSettingException if one is not a format or the styles are unknown or exclude each other
     */
    public static DateReformat of(String styles, String input, String output) {
        return new DateReformat(DateTimeStyles.parse(styles), input, output);
    }

    /**
     * The date in the other format.
     *
     * @param thisYear the year of a text that names none
     * @return nothing if the text does not fit the format exactly or names a day that does not exist
     */
    public Optional<String> apply(String text, int thisYear) {
        return input.read(text, styles, thisYear).map(output::print);
    }
}
