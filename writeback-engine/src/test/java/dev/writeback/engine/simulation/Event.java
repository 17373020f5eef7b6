package dev.writeback.engine.simulation;

import dev.writeback.engine.run.Cycle;
import java.util.List;
import java.util.Locale;

/**
 * One thing that happens in a history. Each reads as a line of words and is read from one; any events in any order are a
 * history.
 */
sealed interface Event {

    /** The cloud states a new value of one field; no values clear it. */
    record Cloud(int object, Field field, List<String> values) implements Event {
        @Override
        public String toString() {
            return "cloud %d %s %s".formatted(object, field, written(values));
        }
    }

    /** The cloud states everything that it holds of an object, anew. */
    record Restate(int object) implements Event {
        @Override
        public String toString() {
            return "restate " + object;
        }
    }

    /** The object is gone from the cloud; what it states later brings it back. */
    record Gone(int object) implements Event {
        @Override
        public String toString() {
            return "gone " + object;
        }
    }

    /** The network hands a page of statements on, passing over some that are older: they come later. */
    record Deliver(int count, int passedOver) implements Event {
        @Override
        public String toString() {
            return "deliver %d %d".formatted(count, passedOver);
        }
    }

    /** The network hands a page of statements on that it has handed on before. */
    record Repeat(int count, int passedOver) implements Event {
        @Override
        public String toString() {
            return "repeat %d %d".formatted(count, passedOver);
        }
    }

    /** Somebody edits an entry. */
    record Edit(int entry, Field field, How how, List<String> values) implements Event {
        enum How {
            SET,
            ADD,
            REMOVE,
            /** Makes one of its addresses the primary one, and the one that was it another one. */
            PROMOTE
        }

        @Override
        public String toString() {
            return "edit %d %s %s %s".formatted(entry, field, how.name().toLowerCase(Locale.ROOT), written(values));
        }
    }

    /** A node goes on for so many calls of its ports; one that rests begins a run. */
    record Step(Name node, Cycle.Kind kind, int calls) implements Event {
        @Override
        public String toString() {
            return "step %s %s %d".formatted(node, kind.name().toLowerCase(Locale.ROOT), calls);
        }
    }

    /** A node goes on until just before it calls this port, or to the end of its run; one that rests begins a run. */
    record Reach(Name node, Trouble.Port port) implements Event {
        @Override
        public String toString() {
            return "reach %s %s".formatted(node, port.name().toLowerCase(Locale.ROOT));
        }
    }

    /** The process of a node dies, before or just after its next call, and begins anew. */
    record Crash(Name node, Moment moment) implements Event {
        enum Moment {
            BEFORE,
            AFTER
        }

        @Override
        public String toString() {
            return "crash %s %s".formatted(node, moment.name().toLowerCase(Locale.ROOT));
        }
    }

    /** The next call of a port meets trouble. */
    record Meet(Trouble trouble) implements Event {
        @Override
        public String toString() {
            return "meet " + trouble;
        }
    }

    /** Time passes. */
    record Pass(int minutes) implements Event {
        @Override
        public String toString() {
            return "pass " + minutes;
        }
    }

    /** The two nodes. */
    enum Name {
        A,
        B
    }

    private static String written(List<String> values) {
        return values.isEmpty() ? "-" : String.join(",", values);
    }

    /** The event that a line tells of. */
    static Event of(String line) {
        String[] words = line.strip().split(" +");
        return switch (words[0]) {
            case "cloud" -> new Cloud(number(words[1]), Field.named(words[2]), read(words[3]));
            case "restate" -> new Restate(number(words[1]));
            case "gone" -> new Gone(number(words[1]));
            case "deliver" -> new Deliver(number(words[1]), number(words[2]));
            case "repeat" -> new Repeat(number(words[1]), number(words[2]));
            case "edit" ->
                new Edit(
                        number(words[1]),
                        Field.named(words[2]),
                        Edit.How.valueOf(words[3].toUpperCase(Locale.ROOT)),
                        read(words[4]));
            case "step" ->
                new Step(
                        Name.valueOf(words[1]),
                        Cycle.Kind.valueOf(words[2].toUpperCase(Locale.ROOT)),
                        number(words[3]));
            case "reach" -> new Reach(Name.valueOf(words[1]), Trouble.Port.valueOf(words[2].toUpperCase(Locale.ROOT)));
            case "crash" -> new Crash(Name.valueOf(words[1]), Crash.Moment.valueOf(words[2].toUpperCase(Locale.ROOT)));
            case "meet" -> new Meet(Trouble.named(words[1]));
            case "pass" -> new Pass(number(words[1]));
            default -> throw new IllegalArgumentException("no event is told by '%s'".formatted(line));
        };
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    private static List<String> read(String word) {
        return word.equals("-") ? List.of() : List.of(word.split(",", -1));
    }
}
