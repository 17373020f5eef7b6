package dev.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A new kind of outcome compiles against old plug-ins and fails there at run time, and no tool for comparing jars sees
 * it. So what stands here changes only on purpose, together with the changelog.
 */
class SealedTypesTest {

    private static final String GOLDEN = """
            dev.writeback.model.Anchor: ImmutableId, ExternalDirectoryObjectId, SecurityIdentifier, DistinguishedName
            dev.writeback.model.AttributeValue: Text, Whole, Flag, Octets, Reference
            dev.writeback.model.CloudChange: Update, Removal
            dev.writeback.model.EntryPointer: Named, Identified
            dev.writeback.plan.Disposition: Write, Skip, Refuse
            dev.writeback.plan.JournalRecord: Written, Decided
            dev.writeback.plan.Omission: Unresolved, HeldBack, Taken
            dev.writeback.plan.Resolution: Cloud, Directory, Values, Undecided
            dev.writeback.plan.WriteOutcome: Applied, Stale, Missing, Rejected, NotPermitted, Unavailable, Unknown
            dev.writeback.spi.Claim: Next, Overdue, Held, Objects
            dev.writeback.spi.HolderOutcome: Holders, CannotTell, Unavailable
            dev.writeback.spi.LookupOutcome: Found, NotFound, Ambiguous, Unavailable
            dev.writeback.spi.ScopeRead: Resolved, Unresolved
            dev.writeback.spi.Selection: All, Escrowed, Objects
            dev.writeback.spi.Settlement.End: Done, Escrowed, Expired, Held, Waiting, Parked, OutOfScope, Released
            dev.writeback.spi.SourceRead: Page, Unavailable, CursorExpired
            dev.writeback.spi.WatchRead: Page, Lost, Unavailable""";

    @Test
    void every_sealed_type_has_the_cases_that_hosts_know() throws Exception {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes)) {
            String found = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(SealedTypesTest::load)
                    .filter(Class::isSealed)
                    .map(SealedTypesTest::line)
                    .sorted()
                    .collect(Collectors.joining("\n"));
            assertThat(found).isEqualTo(GOLDEN);
        }
    }

    @Test
    void every_case_is_a_record() throws Exception {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes)) {
            assertThat(files.map(file -> classes.relativize(file).toString())
                            .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                            .map(SealedTypesTest::load)
                            .filter(Class::isSealed)
                            .flatMap(type -> Stream.of(type.getPermittedSubclasses())))
                    .isNotEmpty()
                    .allMatch(Class::isRecord);
        }
    }

    private static String line(Class<?> sealed) {
        return Objects.requireNonNull(sealed.getCanonicalName())
                + Stream.of(sealed.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static Class<?> load(String file) {
        String name = file.replaceAll("\\.class$", "").replace('/', '.').replace('\\', '.');
        try {
            return Class.forName(name, false, AttributeName.class.getClassLoader());
        } catch (ClassNotFoundException notThere) {
            throw new AssertionError(name, notThere);
        }
    }

    private static Path classes() throws URISyntaxException, IOException {
        return Path.of(AttributeName.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toRealPath();
    }
}
