package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.NumberedMailbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Any order ends where all changes, applied at once, end. It is tried where nobody edits the directory, and for the objects
 * that the cloud manages in the end: of one that it gave up, what was written until then stays.
 */
final class ConvergentLaw {

    private static final AttributeName MANAGED = AttributeName.of("IsExchangeCloudManaged");

    private ConvergentLaw() {}

    static void check(Trial trial) {
        try (World bit = trial.world();
                World once = trial.world()) {
            bit.play(trial.history()).settle();
            once.deliver(trial.history().changes()).settle();
            assertThat(Differences.of(managed(trial, once), managed(trial, bit)))
                    .as(trial.about("what one run over all changes at once makes of the directory"))
                    .isEmpty();
        }
    }

    private static Map<String, String> managed(Trial trial, World world) {
        Map<String, String> all = new TreeMap<>();
        for (int number = 0; number < 3; number++) {
            NumberedMailbox mailbox = new NumberedMailbox(number);
            Optional<CloudObject> object =
                    Optional.ofNullable(trial.history().objects().get(mailbox.id()));
            if (object.filter(ConvergentLaw::isManaged).isPresent()) {
                boolean gone = trial.history().changes().stream()
                        .anyMatch(it ->
                                it instanceof CloudChange.Removal && it.id().equals(mailbox.id()));
                world.field().carried().values().stream()
                        .filter(one -> !gone || object.get().stated(one.cloud()).isPresent())
                        .forEach(one -> all.put(mailbox + " " + one.directory(), values(world, mailbox, one)));
            }
        }
        return all;
    }

    private static boolean isManaged(CloudObject object) {
        return !object.isRemoved()
                && object.stated(MANAGED).equals(Optional.of(List.of(new AttributeValue.Flag(true))));
    }

    private static String values(World world, NumberedMailbox mailbox, CarriedAttribute attribute) {
        return world.field().values(mailbox, attribute.directory()).stream()
                .map(AttributeValue::toString)
                .sorted()
                .toList()
                .toString();
    }
}
