package dev.writeback.testkit.law;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.HistoryStep;
import dev.writeback.testkit.arbitrary.NumberedMailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A list to which both sides add.
 *
 * @param attribute the list
 * @param mailbox whose it is
 */
record ListOfBoth(CarriedAttribute attribute, NumberedMailbox mailbox) {

    private static final int GENERATIONS = 1000;
    private static final long SEED = 42;

    /** What it holds if somebody adds {@code y} to it between the one history and the other. */
    List<String> end(Trial trial, History rest) {
        try (World world = trial.world()) {
            world.play(trial.history());
            List<AttributeValue> values = new ArrayList<>(world.field().values(mailbox, attribute.directory()));
            values.addAll(values("y"));
            world.field().edit(new HistoryStep.Edited(mailbox, attribute.directory(), values));
            world.play(rest);
            return world.field().values(mailbox, attribute.directory()).stream()
                    .map(AttributeValue::toString)
                    .sorted()
                    .toList();
        }
    }

    HistoryStep states(long version, String... names) {
        return new HistoryStep.Stated(mailbox, version, Map.of(attribute.cloud(), values(names)));
    }

    List<String> texts(String... names) {
        return values(names).stream().map(AttributeValue::toString).toList();
    }

    private List<AttributeValue> values(String... names) {
        String domain = attribute.syntax() == AttributeSyntax.ADDRESS ? domain() : "";
        return Stream.of(names)
                .map(name -> attribute.syntax() == AttributeSyntax.ADDRESS
                        ? (name.equals("p") ? "SMTP:" : "smtp:") + name + domain
                        : name)
                .map(AttributeValue::text)
                .toList();
    }

    /** From the @ on, as the vocabulary has it. */
    private String domain() {
        var stated = attribute.stated().apply(mailbox).generator(GENERATIONS);
        Random random = new Random(SEED);
        return Stream.generate(() -> stated.next(random).value())
                .limit(GENERATIONS)
                .flatMap(List::stream)
                .map(AttributeValue::toString)
                .filter(address -> address.indexOf('@') > 0)
                .map(address -> address.substring(address.indexOf('@')))
                .findFirst()
                .orElse("@x.example");
    }
}
