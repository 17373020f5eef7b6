package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.util.StaticUtils;
import dev.writeback.engine.json.ProfileJson;
import dev.writeback.integration.AdLab.Account;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Side;
import dev.writeback.plan.Verdict;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever changed it last wins, by the domain controller's own time. This one tells when an entry was changed, and not
 * when each attribute was.
 */
@Tag("ad")
class NewestTest {

    private static final AttributeName NAME = AttributeName.of("extensionAttribute1");
    private static final Duration LONG = Duration.ofHours(1);

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu ou;

    @AutoClose
    private Embedded job;

    @BeforeEach
    void agree() throws LDAPException {
        ou = TestOu.create(lab, lab.peopleDn(), "NewestTest", 1);
        job = Embedded.of(lab, Account.LEAST, builder -> builder.profile(ProfileJson.parse("""
                        {"name": "newest", "extends": "exchange-online", "rules": [
                          {"target": "extensionAttribute1", "source": "CustomAttribute1", "authority": "newest"}]}
                        """)));
        job.cloud.page(Embedded.mailbox(ou.user(0))
                .stating("CustomAttribute1", TestUser.EXTENSION_ATTRIBUTE_1)
                .change());
        assertThat(job.writeback.runOnce().counts().unchanged()).isEqualTo(1);
    }

    @Test
    void an_edit_in_the_directory_before_the_clouds_time_gives_way() throws LDAPException, ParseException {
        edit("extensionAttribute1", "local");
        Instant edited = changed();

        state("cloud", edited.plus(LONG));

        assertThat(value()).isEqualTo("cloud");
        is_decided_for(Side.CLOUD, edited);
    }

    @Test
    void an_edit_in_the_directory_after_the_clouds_time_stays() throws LDAPException, ParseException {
        edit("extensionAttribute1", "local");
        Instant edited = changed();

        state("cloud", edited.minus(LONG));

        assertThat(value()).isEqualTo("local");
        is_decided_for(Side.DIRECTORY, edited);
        assertThat(job.writeback.reconcile().counts().writes()).isZero();
        assertThat(value()).isEqualTo("local");
    }

    @Test
    void within_the_clock_skew_the_cloud_counts() throws LDAPException, ParseException {
        edit("extensionAttribute1", "local");
        Instant edited = changed();

        state("cloud", edited.minus(Duration.ofMinutes(4)));

        assertThat(value()).isEqualTo("cloud");
        is_decided_for(Side.CLOUD, edited);
    }

    @Test
    void where_only_the_cloud_changed_it_a_later_edit_of_something_else_does_not_count()
            throws LDAPException, ParseException {
        edit("description", "of no interest");

        state("cloud", changed().minus(LONG));

        assertThat(value()).isEqualTo("cloud");
    }

    private void edit(String attribute, String value) throws LDAPException {
        ou.admin().modify(ou.user(0).dn(), new Modification(ModificationType.REPLACE, attribute, value));
    }

    /** When the domain controller says that the entry was changed, to the second. */
    private Instant changed() throws LDAPException, ParseException {
        String time = Objects.requireNonNull(ou.read(ou.user(0), "whenChanged").getAttributeValue("whenChanged"));
        return StaticUtils.decodeGeneralizedTime(time).toInstant();
    }

    private String value() throws LDAPException {
        return ou.read(ou.user(0)).getAttributeValue(NAME.value());
    }

    private void state(String value, Instant at) {
        CloudChange.Update update = (CloudChange.Update) Embedded.mailbox(ou.user(0))
                .version(2)
                .stating("CustomAttribute1", value)
                .change();
        job.cloud.page(update.heardAt(at));
        assertThat(job.writeback.runOnce().problem()).isEmpty();
    }

    private void is_decided_for(Side side, Instant edited) {
        AttributeDecision decision =
                job.last(ou.user(0)).plan().orElseThrow().decision(NAME).orElseThrow();
        assertThat(decision.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(decision.provenance().side()).isEqualTo(side);
        assertThat(decision.reason()).contains("the directory at " + edited);
    }
}
