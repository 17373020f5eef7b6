package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * The steps of histories.
 *
 * @param vocabulary the attributes that they are about
 * @param mailboxes how many mailboxes there are
 */
record Steps(Vocabulary vocabulary, int mailboxes) {

    private static final int NEWEST = 9;

    Arbitrary<HistoryStep.Removed> removed() {
        return Combinators.combine(Arbitraries.of(boxes().toList()), versions()).as(HistoryStep.Removed::new);
    }

    Arbitrary<HistoryStep.HandedBack> handedBack() {
        return Combinators.combine(Arbitraries.of(boxes().toList()), versions()).as(HistoryStep.HandedBack::new);
    }

    Arbitrary<HistoryStep.Stated> stated() {
        return Arbitraries.oneOf(boxes().map(mailbox -> Combinators.combine(versions(), attributes(mailbox))
                        .as((version, all) -> new HistoryStep.Stated(mailbox, version, all)))
                .toList());
    }

    private Arbitrary<Map<AttributeName, List<AttributeValue>>> attributes(NumberedMailbox mailbox) {
        if (vocabulary.attributes().isEmpty()) {
            return Arbitraries.just(Map.of());
        }
        return Arbitraries.oneOf(vocabulary.attributes().stream()
                        .map(one -> one.stated().apply(mailbox).map(values -> Map.of(one.cloud(), values)))
                        .toList())
                .list()
                .ofMaxSize(3)
                .map(Steps::together);
    }

    private static Map<AttributeName, List<AttributeValue>> together(
            List<Map<AttributeName, List<AttributeValue>>> statements) {
        Map<AttributeName, List<AttributeValue>> all = new LinkedHashMap<>();
        statements.forEach(all::putAll);
        return all;
    }

    Arbitrary<HistoryStep.Edited> edited() {
        return Arbitraries.oneOf(boxes().flatMap(mailbox -> vocabulary.attributes().stream()
                        .map(one -> one.held()
                                .apply(mailbox)
                                .map(values -> new HistoryStep.Edited(mailbox, one.directory(), values))))
                .toList());
    }

    private Stream<NumberedMailbox> boxes() {
        return IntStream.range(0, mailboxes).mapToObj(NumberedMailbox::new);
    }

    private static Arbitrary<Long> versions() {
        return Arbitraries.longs().between(1, NEWEST);
    }
}
