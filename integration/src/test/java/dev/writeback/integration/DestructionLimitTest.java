package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cloud that has lost its values does not take those of the directory with it. */
@Tag("ad")
class DestructionLimitTest {

    private static final int USERS = 60;
    private static final int VALUES_EACH = 10;

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu ou;

    private AgentFolder folder;

    @BeforeEach
    void fill_users_and_state_them_empty(@TempDir Path dir) throws LDAPException {
        ou = TestOu.create(lab, lab.peopleDn(), "DestructionLimitTest", USERS);
        List<FeedLine> lines = new ArrayList<>();
        for (TestUser user : ou.users()) {
            FeedLine line = FeedLine.of(user, 1);
            List<Modification> values = new ArrayList<>();
            for (int i = 1; i <= VALUES_EACH; i++) {
                values.add(new Modification(ModificationType.REPLACE, "extensionAttribute" + i, "precious"));
                line.states("CustomAttribute" + i, null);
            }
            ou.admin().modify(user.dn(), values);
            lines.add(line);
        }
        folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn()).feed("feed.jsonl", lines);
    }

    @Test
    void a_run_is_held_before_the_write_that_would_pass_500_values() throws LDAPException, InterruptedException {
        Agent.Result result = folder.run("run").exitsWith(3);

        assertThat(precious()).isBetween(USERS * VALUES_EACH - 500L, USERS * VALUES_EACH - 400L);
        assertThat(result.output()).contains("500", "limits.destructiveChanges").containsIgnoringCase("held");
    }

    @Test
    void a_limit_of_the_administrators_own_holds_to_the_value() throws LDAPException, InterruptedException {
        folder.configure("limits", Map.of("destructiveChanges", 25)).configureDirectory("connections", 1);

        folder.run("run").exitsWith(3);

        assertThat(precious()).isEqualTo(USERS * VALUES_EACH - 20L);
    }

    @Test
    void a_raised_limit_lets_the_run_finish() throws LDAPException, InterruptedException {
        folder.run("run").exitsWith(3);
        folder.configure("limits", Map.of("destructiveChanges", USERS * VALUES_EACH));

        folder.run("run").exitsWith(0);

        assertThat(precious()).isZero();
    }

    private long precious() throws LDAPException {
        return ou.contents().values().stream()
                .flatMap(values -> IntStream.rangeClosed(1, VALUES_EACH)
                        .mapToObj(i -> values.getOrDefault("extensionattribute" + i, new TreeSet<>())))
                .filter(values -> values.contains("precious"))
                .count();
    }
}
