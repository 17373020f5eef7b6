package dev.writeback.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The law, held on what we ship; and the law tried on a tree that breaks it, where each part of it must bite. */
class ArchitectureTest {

    private static final JavaClasses SHIPPED = shipped();
    private static final JavaClasses BAD = new ClassFileImporter().importPackages(Layout.BAD.root());

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_holds(String name, ArchRule rule) {
        rule.check(SHIPPED);
    }

    @ParameterizedTest
    @MethodSource("badRules")
    void the_rule_bites(String name, ArchRule rule) {
        List<String> complaints = rule.evaluate(BAD).getFailureReport().getDetails();
        assertThat(BadTree.CULPRITS).containsKey(name);
        assertThat(BadTree.CULPRITS.get(name))
                .allSatisfy(culprit -> assertThat(complaints).anyMatch(complaint -> complaint.contains(culprit)));
    }

    @Test
    void every_rule_has_its_culprits_and_every_culprit_its_rule() {
        assertThat(badRules().map(rule -> (String) rule.get()[0]))
                .containsExactlyInAnyOrderElementsOf(BadTree.CULPRITS.keySet());
    }

    @Test
    void what_we_ship_is_there() {
        assertThat(SHIPPED.stream()
                        .map(type -> type.getPackageName().split("\\.")[2])
                        .distinct())
                .contains("model", "plan", "spi", "engine", "jdbc", "ldap", "testkit");
        assertThat(SHIPPED.stream()).noneMatch(type -> type.getPackageName().startsWith(Layout.BAD.root()));
    }

    static Stream<Arguments> rules() {
        return named(Layout.OURS);
    }

    static Stream<Arguments> badRules() {
        return named(Layout.BAD);
    }

    /** The libraries from the class path, and the programs where they have been built. */
    private static JavaClasses shipped() {
        Set<Location> locations = new HashSet<>(Locations.ofPackage(Layout.OURS.root()));
        Stream.of("examples/agent", "examples/quickstart", "benchmarks")
                .map(program -> SourceTree.root().resolve(program).resolve("target/classes"))
                .filter(Files::isDirectory)
                .forEach(classes -> locations.add(Location.of(classes)));
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/jmh_generated/"))
                .importLocations(locations);
    }

    private static Stream<Arguments> named(Layout layout) {
        return Rules.of(layout).stream().map(rule -> Arguments.of(nameOf(rule), rule));
    }

    private static String nameOf(ArchRule rule) {
        return rule.getDescription().replaceFirst(", because .*", "");
    }
}
