package dev.writeback.engine.simulation;

import dev.writeback.engine.run.Cycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Draws histories. Not for several threads at once. */
final class Chance {

    private static final List<String> WORDS = List.of("red", "RED", "green", "blue");
    private static final List<String> NAMES = List.of("ada", "bob", "eve");
    private static final List<Policy> POLICIES = Policy.all();
    private static final int LONGEST = 50;

    private final Random random;

    Chance(Random random) {
        this.random = random;
    }

    /** The history of a seed: always the same. */
    static History history(long seed) {
        Chance chance = new Chance(new Random(seed * 0x9E3779B97F4A7C15L + 1));
        List<Event> events = new ArrayList<>();
        int length = 1 + chance.random.nextInt(LONGEST);
        while (events.size() < length) {
            events.add(chance.event());
        }
        return new History(chance.policy(), events);
    }

    /** Mostly the standard one: it is what most people have. */
    Policy policy() {
        return random.nextInt(4) == 0 ? Policy.STANDARD : one(POLICIES);
    }

    Event event() {
        int die = random.nextInt(100);
        if (die < 24) {
            return statement();
        } else if (die < 38) {
            return new Event.Deliver(1 + random.nextInt(4), random.nextInt(3));
        } else if (die < 42) {
            return new Event.Repeat(1 + random.nextInt(3), random.nextInt(4));
        } else if (die < 60) {
            return edit();
        } else if (die < 84) {
            return random.nextInt(5) == 0
                    ? new Event.Reach(node(), one(Trouble.Port.values()))
                    : new Event.Step(node(), random.nextInt(6) == 0 ? Cycle.Kind.INITIAL : Cycle.Kind.DELTA, calls());
        } else if (die < 88) {
            return new Event.Crash(node(), one(Event.Crash.Moment.values()));
        } else if (die < 96) {
            return new Event.Meet(one(Trouble.values()));
        }
        return new Event.Pass(1 + random.nextInt(600));
    }

    private Event statement() {
        int object = object();
        return switch (random.nextInt(14)) {
            case 0 -> new Event.Gone(object);
            case 1 -> new Event.Restate(object);
            case 2 -> new Event.Cloud(object, Field.MANAGED, List.of(Boolean.toString(random.nextInt(3) > 0)));
            default -> {
                Field field = Field.FLOWING.get(random.nextInt(Field.FLOWING.size()));
                yield new Event.Cloud(object, field, values(field));
            }
        };
    }

    private Event edit() {
        int entry = random.nextInt(World.ENTRIES);
        int die = random.nextInt(Field.FLOWING.size() + 1);
        Field field = die == Field.FLOWING.size() ? Field.NOTE : Field.FLOWING.get(die);
        if (!field.takesMany() || random.nextInt(4) == 0) {
            return new Event.Edit(entry, field, Event.Edit.How.SET, values(field));
        }
        boolean addresses = field == Field.ADDRESSES;
        String value = addresses ? "smtp:" + one(NAMES) + "@x.test" : one(WORDS);
        return switch (random.nextInt(addresses ? 3 : 2)) {
            case 0 -> new Event.Edit(entry, field, Event.Edit.How.ADD, List.of(value));
            case 1 -> new Event.Edit(entry, field, Event.Edit.How.REMOVE, List.of(value));
            default -> new Event.Edit(entry, field, Event.Edit.How.PROMOTE, List.of(value));
        };
    }

    private List<String> values(Field field) {
        if (random.nextInt(6) == 0) {
            return List.of();
        }
        return switch (field) {
            case TEXT, OTHER, NOTE -> List.of(one(WORDS));
            case LIST -> {
                List<String> words = some(WORDS.subList(1, WORDS.size()));
                yield random.nextBoolean()
                        ? words
                        : words.stream()
                                .map(word -> word.equals("RED") ? "red" : word)
                                .toList();
            }
            case ADDRESSES -> addresses();
            case MANAGED -> List.of("true");
        };
    }

    private List<String> addresses() {
        List<String> names = some(NAMES);
        int primary = random.nextInt(names.size());
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            addresses.add((i == primary ? "SMTP:" : "smtp:") + names.get(i) + "@x.test");
        }
        return addresses;
    }

    private List<String> some(List<String> all) {
        int mask = 1 + random.nextInt((1 << all.size()) - 1);
        return Stream.iterate(0, i -> i + 1)
                .limit(all.size())
                .filter(i -> (mask & (1 << i)) != 0)
                .map(all::get)
                .toList();
    }

    private int object() {
        return random.nextInt(World.OBJECTS);
    }

    private Event.Name node() {
        return random.nextInt(3) == 0 ? Event.Name.B : Event.Name.A;
    }

    private int calls() {
        return random.nextInt(3) == 0 ? 100 : 1 + random.nextInt(8);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
