package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import dev.writeback.spi.SourceRead.Page;
import dev.writeback.spi.SourceRead.Rest;
import dev.writeback.testkit.cloud.ScriptedCloud;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloudSourceContractTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Test
    void a_sound_source_passes() {
        assertThat(ContractRun.failures(CloudSourceContract.class, () -> new FlawedSource(cloud -> cloud)))
                .isEmpty();
    }

    @Test
    void every_broken_source_is_caught() {
        Flaws<UnaryOperator<CloudSource>> flaws = new Flaws<>(CloudSourceContract.class, FlawedSource::new);
        addDistortions(flaws);
        addWrongPlaces(flaws);
        addWrongAnswers(flaws);
        flaws.assertCaught();
    }

    private static void addDistortions(Flaws<UnaryOperator<CloudSource>> flaws) {
        flaws.add(
                        "loses the last change of a page",
                        changes(all -> all.subList(0, Math.max(0, all.size() - 1))),
                        "every_object_is_delivered_from_the_start",
                        "more_than_a_page_holds_is_delivered_page_after_page_also_across_restarts")
                .add(
                        "trims texts",
                        attributes(CloudSourceContractTest::trimmed),
                        "values_are_delivered_to_the_character")
                .add(
                        "leaves out what is to be cleared",
                        attributes(CloudSourceContractTest::withoutCleared),
                        "an_attribute_to_clear_is_told_from_one_that_is_not_mentioned")
                .add(
                        "knows the immutable id alone",
                        updates(it -> new CloudChange.Update(
                                it.id(),
                                it.version(),
                                it.anchors().stream()
                                        .filter(Anchor.ImmutableId.class::isInstance)
                                        .toList(),
                                it.attributes())),
                        "every_anchor_is_delivered")
                .add(
                        "passes over removals",
                        only(CloudChange.Update.class::isInstance),
                        "an_object_that_is_gone_is_told_of")
                .add(
                        "drops versions",
                        updates(it ->
                                new CloudChange.Update(it.id(), OptionalLong.empty(), it.anchors(), it.attributes())),
                        "the_newest_statement_wins_when_an_older_one_comes_late");
    }

    private static void addWrongPlaces(Flaws<UnaryOperator<CloudSource>> flaws) {
        flaws.add(
                        "comes to an end for good",
                        cloud -> {
                            AtomicBoolean ended = new AtomicBoolean();
                            return reading(after -> ended.get()
                                    ? new Page(List.of(), List.of(), new Cursor("1"), Rest.NO_MORE_NOW)
                                    : page(cloud.read(after), page -> {
                                        ended.set(page.rest() == Rest.NO_MORE_NOW);
                                        return page;
                                    }));
                        },
                        "what_is_stated_later_is_delivered_after_the_last_place",
                        "a_cloud_that_said_nothing_gives_an_empty_page_and_a_place_to_go_on_from")
                .add(
                        "knows no place of the source before a restart",
                        cloud -> {
                            String mine = NAMES.incrementAndGet() + "/";
                            return reading(after -> after != null
                                            && !after.value().startsWith(mine)
                                    ? new SourceRead.CursorExpired()
                                    : page(
                                            cloud.read(after == null ? null : without(mine, after)),
                                            page -> new Page(
                                                    page.changes(),
                                                    page.rejected(),
                                                    new Cursor(
                                                            mine + page.next().value()),
                                                    page.rest())));
                        },
                        "reading_goes_on_from_a_place_after_a_restart",
                        "more_than_a_page_holds_is_delivered_page_after_page_also_across_restarts")
                .add(
                        "goes on where it stands, wherever it is told to",
                        cloud -> {
                            AtomicInteger place = new AtomicInteger();
                            return reading(after -> page(cloud.read(new Cursor("" + place.get())), page -> {
                                place.set(Integer.parseInt(page.next().value()));
                                return page;
                            }));
                        },
                        "the_same_place_gives_the_same_again")
                .add(
                        "begins at the start from a place that it does not know",
                        cloud -> reading(after ->
                                cloud.read(after).match(page -> page, outage -> outage, expired -> cloud.read(null))),
                        "a_place_that_it_does_not_know_has_expired")
                .add(
                        "always has more",
                        pages(page -> new Page(page.changes(), page.rejected(), page.next(), Rest.MORE)),
                        "every_object_is_delivered_from_the_start");
    }

    private static void addWrongAnswers(Flaws<UnaryOperator<CloudSource>> flaws) {
        flaws.add(
                        "passes over what is malformed",
                        pages(page -> new Page(page.changes(), List.of(), page.next(), page.rest())),
                        "what_cannot_be_read_is_reported_and_the_others_go_on")
                .add(
                        "throws when the cloud is away",
                        cloud -> reading(after -> cloud.read(after)
                                .match(
                                        page -> page,
                                        outage -> {
                                            throw new IllegalStateException(
                                                    "the cloud is away, and nobody expected an exception");
                                        },
                                        expired -> expired)),
                        "an_outage_is_a_result_and_the_same_place_is_good_after_it")
                .add(
                        "has another name each time",
                        cloud -> new CloudSource() {
                            private final String name = "source " + NAMES.incrementAndGet();

                            @Override
                            public SourceRead read(@Nullable Cursor after) {
                                return cloud.read(after);
                            }

                            @Override
                            public String name() {
                                return name;
                            }
                        },
                        "the_name_is_the_same_after_a_restart")
                .add("always has news", ClaimsNews::new, "there_is_no_news_where_everything_was_read")
                .add("closes its cloud", ClosesItsCloud::new, "closing_it_twice_does_no_harm");
    }

    private record ClaimsNews(CloudSource cloud) implements CloudSource {

        @Override
        public SourceRead read(@Nullable Cursor after) {
            return cloud.read(after);
        }

        @Override
        public boolean mayHaveNews(@Nullable Cursor after) {
            return true;
        }
    }

    private record ClosesItsCloud(CloudSource cloud) implements CloudSource {

        @Override
        public SourceRead read(@Nullable Cursor after) {
            return cloud.read(after);
        }

        @Override
        public void close() {
            ((ScriptedCloud) cloud).unavailable(1);
        }
    }

    private static Cursor without(String prefix, Cursor cursor) {
        return new Cursor(cursor.value().substring(prefix.length()));
    }

    private static Map<AttributeName, List<AttributeValue>> trimmed(Map<AttributeName, List<AttributeValue>> all) {
        Map<AttributeName, List<AttributeValue>> trimmed = new LinkedHashMap<>(all);
        trimmed.replaceAll((name, values) -> values.stream()
                .map(value -> AttributeValue.text(value.toString().trim()))
                .toList());
        return trimmed;
    }

    private static Map<AttributeName, List<AttributeValue>> withoutCleared(
            Map<AttributeName, List<AttributeValue>> all) {
        Map<AttributeName, List<AttributeValue>> some = new LinkedHashMap<>(all);
        some.values().removeIf(List::isEmpty);
        return some;
    }

    private static UnaryOperator<CloudSource> attributes(UnaryOperator<Map<AttributeName, List<AttributeValue>>> flaw) {
        return updates(it -> new CloudChange.Update(it.id(), it.version(), it.anchors(), flaw.apply(it.attributes())));
    }

    private static UnaryOperator<CloudSource> updates(UnaryOperator<CloudChange.Update> flaw) {
        return changes(all -> all.stream()
                .map(it -> it instanceof CloudChange.Update update ? flaw.apply(update) : it)
                .toList());
    }

    private static UnaryOperator<CloudSource> only(Predicate<CloudChange> some) {
        return changes(all -> all.stream().filter(some).toList());
    }

    private static UnaryOperator<CloudSource> changes(UnaryOperator<List<CloudChange>> flaw) {
        return pages(page -> new Page(flaw.apply(page.changes()), page.rejected(), page.next(), page.rest()));
    }

    private static UnaryOperator<CloudSource> pages(UnaryOperator<Page> flaw) {
        return cloud -> reading(after -> page(cloud.read(after), flaw));
    }

    private static SourceRead page(SourceRead read, UnaryOperator<Page> flaw) {
        return read.match(flaw::apply, outage -> outage, expired -> expired);
    }

    private static CloudSource reading(Function<@Nullable Cursor, SourceRead> reading) {
        return new CloudSource() {
            @Override
            public SourceRead read(@Nullable Cursor after) {
                return reading.apply(after);
            }
        };
    }
}
