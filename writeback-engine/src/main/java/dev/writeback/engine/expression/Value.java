package dev.writeback.engine.expression;

import dev.writeback.engine.dotnet.DateText;
import dev.writeback.model.AttributeValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What a part of an expression comes to. */
sealed interface Value {

    record Text(String text) implements Value {
        static final Value EMPTY = new Text("");
    }

    record Whole(long number) implements Value {}

    enum Truth implements Value {
        TRUE,
        FALSE
    }

    record Moment(Instant instant) implements Value {}

    record Bytes(AttributeValue.Octets octets) implements Value {}

    /** Two values or more; none of them is missing or a list. */
    record Many(List<Value> values) implements Value {}

    /** No value. */
    enum Missing implements Value {
        /** Nobody ever said anything about it. */
        ABSENT,
        /** It was said that there is none. */
        CLEARED
    }

    /** What is to be left out of the flow. */
    enum Dropped implements Value {
        DROPPED
    }

    static Value text(String text) {
        return text.isEmpty() ? Text.EMPTY : new Text(text);
    }

    static Value truth(boolean truth) {
        return truth ? Truth.TRUE : Truth.FALSE;
    }

    /** A list of one value is that value, and one of none is missing. */
    static Value of(List<Value> values) {
        return switch (values.size()) {
            case 0 -> Missing.ABSENT;
            case 1 -> values.get(0);
            default -> new Many(List.copyOf(values));
        };
    }

    /** A value as the cloud states it. */
    static Value of(AttributeValue stated) {
        if (stated instanceof AttributeValue.Whole whole) {
            return new Whole(whole.value());
        } else if (stated instanceof AttributeValue.Flag flag) {
            return truth(flag.value());
        } else if (stated instanceof AttributeValue.Octets octets) {
            return new Bytes(octets);
        }
        return new Text(stated.toString());
    }

    static Value ofStated(List<AttributeValue> stated) {
        if (stated.size() == 1) {
            return of(stated.get(0));
        }
        List<Value> values = new ArrayList<>(stated.size());
        stated.forEach(value -> values.add(of(value)));
        return stated.isEmpty() ? Missing.CLEARED : of(values);
    }

    default boolean isMissing() {
        return this instanceof Missing;
    }

    default boolean isMissingOrEmpty() {
        return this instanceof Missing || (this instanceof Text text && text.text.isEmpty());
    }

    /** All values; none if it is missing. */
    default List<Value> all() {
        if (this instanceof Many many) {
            return many.values;
        }
        return isMissing() ? List.of() : List.of(this);
    }

    /** As text; a fault says that the named argument is none. */
    default String asText(String argument) {
        if (this instanceof Text text) {
            return text.text;
        } else if (this instanceof Whole whole) {
            return Long.toString(whole.number);
        } else if (this instanceof Truth truth) {
            return truth == Truth.TRUE ? "True" : "False";
        } else if (this instanceof Moment moment) {
            return DateText.print(moment.instant);
        }
        throw misfit(argument, "text");
    }

    /** As a whole number; text may be one, with blanks around it. */
    default long asNumber(String argument) {
        if (this instanceof Whole whole) {
            return whole.number;
        }
        if (this instanceof Text text) {
            OptionalLong number = Numbers.whole(text.text);
            if (number.isPresent()) {
                return number.getAsLong();
            }
        }
        throw misfit(argument, "a whole number");
    }

    /** As a point in time; text is read as CDate reads it. */
    default Instant asDate(String argument) {
        if (this instanceof Moment moment) {
            return moment.instant;
        }
        if (this instanceof Text text) {
            return DateText.read(text.text)
                    .orElseThrow(() -> new Fault(
                            "takes a date for '%s', such as 2024-02-29, and this is none".formatted(argument)));
        }
        throw misfit(argument, "a date");
    }

    /** As a truth value; what is missing or empty is false. */
    default boolean asTruth(String argument) {
        if (this instanceof Truth truth) {
            return truth == Truth.TRUE;
        } else if (this instanceof Whole whole) {
            return whole.number != 0;
        } else if (isMissingOrEmpty()) {
            return false;
        }
        if (this instanceof Text text) {
            if (text.text.equalsIgnoreCase("true") || text.text.equalsIgnoreCase("false")) {
                return text.text.equalsIgnoreCase("true");
            }
        }
        throw misfit(argument, "True, False or a number");
    }

    private Fault misfit(String argument, String wanted) {
        String found;
        if (this instanceof Many) {
            found = "there are several values";
        } else if (isMissing()) {
            found = "there is no value";
        } else if (this instanceof Bytes) {
            found = "there are bytes";
        } else {
            found = "this is none";
        }
        return new Fault("takes %s for '%s', and %s".formatted(wanted, argument, found));
    }
}
