package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class UsnWindowProperties {

    @Property
    void every_number_is_in_a_stretch_whatever_order_the_server_answers_in(
            @ForAll @Size(max = 60) Set<@LongRange(min = 1, max = 5_000_000) Long> numbers,
            @ForAll @LongRange(min = 0, max = 5_000_000) long from,
            @ForAll @IntRange(min = 1, max = 20) int page,
            @ForAll Random order) {
        long highest = Math.max(from, 5_000_000);
        UsnWindow.Position position = new UsnWindow.Position(from, UsnWindow.Position.WIDEST);
        List<Long> told = new ArrayList<>();
        int searches = 0;
        while (position.usn() < highest) {
            UsnWindow window = position.next(highest);
            List<Long> found = within(numbers, window, order);
            while (found.size() > page && !window.isOneNumber()) {
                UsnWindow narrower = window.narrowed(entries(found.subList(0, page)));
                assertThat(narrower.last()).isLessThan(window.last()).isGreaterThanOrEqualTo(narrower.first());
                window = narrower;
                found = within(numbers, window, order);
                searches++;
            }
            told.addAll(found);
            position = window.after(found.size(), page, highest);
            searches++;
        }

        Set<Long> expected = new HashSet<>(numbers);
        expected.removeIf(number -> number <= from);
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(searches).isLessThan(60 + 50 * (numbers.size() / page + 1));
    }

    @Property
    void a_position_is_read_as_it_was_written(
            @ForAll @LongRange(min = 0, max = UsnWindow.Position.WIDEST) long usn,
            @ForAll @LongRange(min = 1, max = UsnWindow.Position.WIDEST) long width) {
        UsnWindow.Position position = new UsnWindow.Position(usn, width);

        assertThat(UsnWindow.Position.of(position.toString())).isEqualTo(Optional.of(position));
    }

    @Example
    void what_is_no_position_is_none() {
        for (String text : List.of("", "12", "12/", "12/0", "-1/5", "x/5", "1/5/7", "9999999999999999999/1")) {
            assertThat(UsnWindow.Position.of(text)).as(text).isEmpty();
        }
    }

    private static List<Long> within(Set<Long> numbers, UsnWindow window, Random order) {
        List<Long> found = new ArrayList<>(numbers);
        found.removeIf(number -> number < window.first() || number > window.last());
        Collections.shuffle(found, order);
        return found;
    }

    private static List<SearchResultEntry> entries(List<Long> numbers) {
        return numbers.stream()
                .map(number -> new SearchResultEntry(
                        "CN=" + number, List.of(new Attribute("uSNChanged", Long.toString(number))), new Control[0]))
                .toList();
    }
}
