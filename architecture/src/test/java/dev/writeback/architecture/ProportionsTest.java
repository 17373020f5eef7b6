package dev.writeback.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sizes that keep the whole easy to read. */
class ProportionsTest {

    private static final int MEDIAN = 70;
    private static final int NINETIETH = 180;
    /** What it is, how it is set up, how it signs in, and which rights it needs. */
    private static final int MOST_TYPES_OF_THE_SINK = 4;

    private static final List<SourceFile> MAIN = SourceTree.read().stream()
            .filter(SourceFile::isMain)
            .filter(file -> !file.place().endsWith("-info.java"))
            .toList();

    @Test
    void most_files_fit_on_a_page() {
        List<Integer> lengths = lengths(MAIN);
        assertThat(at(lengths, 50)).as("the median of %s", describe(lengths)).isLessThanOrEqualTo(MEDIAN);
        assertThat(at(lengths, 90))
                .as("the ninetieth percentile of %s", describe(lengths))
                .isLessThanOrEqualTo(NINETIETH);
    }

    @Test
    void the_sink_shows_four_types_at_most() {
        assertThat(MAIN.stream()
                        .filter(file -> file.module().equals("writeback-ldap"))
                        .filter(Documentation::isExported))
                .extracting(SourceFile::place)
                .hasSizeBetween(1, MOST_TYPES_OF_THE_SINK);
    }

    @Test
    void a_percentile_is_the_value_that_so_many_do_not_pass() {
        assertThat(at(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 50)).isEqualTo(5);
        assertThat(at(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 90)).isEqualTo(9);
        assertThat(at(List.of(7), 90)).isEqualTo(7);
    }

    /** Leaves the figures of each module in {@code target/proportions.txt}. */
    @Test
    void every_module_has_its_figures() throws IOException {
        Map<String, List<SourceFile>> byModule =
                MAIN.stream().collect(Collectors.groupingBy(SourceFile::module, TreeMap::new, Collectors.toList()));
        byModule.put("all", MAIN);
        List<String> figures = byModule.entrySet().stream()
                .map(module -> "%-20s %s; %d public and exported"
                        .formatted(
                                module.getKey(),
                                describe(lengths(module.getValue())),
                                module.getValue().stream()
                                        .filter(Documentation::isExported)
                                        .count()))
                .toList();
        Files.write(Files.createDirectories(Path.of("target")).resolve("proportions.txt"), figures);
        assertThat(figures).hasSizeGreaterThan(4);
    }

    private static List<Integer> lengths(List<SourceFile> files) {
        return files.stream()
                .map(file -> file.lines().size())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static int at(List<Integer> sorted, int percent) {
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }

    private static String describe(List<Integer> sorted) {
        return "%d files: median %d, 90 %% at most %d, longest %d"
                .formatted(sorted.size(), at(sorted, 50), at(sorted, 90), at(sorted, 100));
    }
}
