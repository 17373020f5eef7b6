package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.integration.AdLab.Account;
import dev.writeback.integration.ExtendedSamples.Referent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every attribute of the extended profile is set, changed and cleared: each of them alone on a user of its own, and all
 * of them together on one user. After each step the agent runs once more and must have nothing to do.
 */
@Tag("ad")
class ExtendedProfileTest {

    private static final int STEPS = 3;
    private static final String LISTS =
            ",CN=All Address Lists,CN=Address Lists Container,CN=Lab Organization,CN=Microsoft Exchange,CN=Services,CN=Configuration,";

    private static AdLab lab;

    @AutoClose
    private static TestOu ou;

    private static AgentFolder folder;
    private static List<Referent> people;
    private static List<Referent> groups;
    private static final List<List<Sample>> SAMPLES = new ArrayList<>();
    private static Map<String, Map<String, TreeSet<String>>> before;

    /** What the directory holds after each step, and how many entries the run after it changed. */
    private static final List<Map<String, Map<String, TreeSet<String>>>> AFTER = new ArrayList<>();

    private static final List<Long> CHANGED_BY_ANOTHER_RUN = new ArrayList<>();
    private static final List<List<StatusLine>> STATUSES = new ArrayList<>();

    @BeforeAll
    static void run_every_step(@TempDir Path dir) throws LDAPException, InterruptedException {
        lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "ExtendedProfileTest", 60);
        people = ou.users().subList(57, 60).stream()
                .map(user -> new Referent(FeedLine.idOf(user), user.dn()))
                .toList();
        groups = List.of(group(0), group(1), group(2));
        int properties = samples(ou.user(0)).size();
        for (int user = 0; user < properties; user++) {
            SAMPLES.add(List.of(samples(ou.user(user)).get(user)));
        }
        SAMPLES.add(samples(ou.user(properties)));
        for (int user = 0; user < SAMPLES.size(); user++) {
            for (Sample sample : SAMPLES.get(user)) {
                holds(ou.user(user), sample.before());
            }
        }
        before = ou.contents();
        folder = AgentFolder.create(dir, lab, Account.SERVICE, ou.dn())
                .configure("profile", "exchange-online-extended")
                .feed("00.jsonl", referents());
        for (int step = 0; step < STEPS; step++) {
            folder.feed("0" + (step + 1) + ".jsonl", lines(step));
            folder.run("run");
            AFTER.add(ou.contents());
            STATUSES.add(folder.takeStatuses());
            Map<String, Long> usns = ou.usns();
            folder.run("run");
            folder.takeStatuses();
            CHANGED_BY_ANOTHER_RUN.add(ou.changedSince(usns));
        }
    }

    @Test
    void every_attribute_is_set_and_nothing_else() {
        holdsWhatIsStated(0);
    }

    @Test
    void every_attribute_is_changed_and_nothing_else() {
        holdsWhatIsStated(1);
    }

    @Test
    void every_attribute_is_cleared_and_nothing_else() {
        holdsWhatIsStated(2);
    }

    @Test
    void every_object_succeeds_in_every_step() {
        assertThat(STATUSES)
                .hasSize(STEPS)
                .allSatisfy(step -> assertThat(step)
                        .filteredOn(status -> !status.status().equals("success"))
                        .filteredOn(status -> !"NotCloudManaged".equals(status.skipReason()))
                        .isEmpty());
    }

    @Test
    void another_run_writes_nothing() {
        assertThat(CHANGED_BY_ANOTHER_RUN).containsExactly(0L, 0L, 0L);
    }

    @Test
    void every_attribute_of_the_profile_that_the_schema_holds_has_a_sample() throws LDAPException {
        List<String> sampled = SAMPLES.get(SAMPLES.size() - 1).stream()
                .flatMap(sample -> sample.held().keySet().stream())
                .distinct()
                .toList();

        assertThat(sampled).containsExactlyInAnyOrderElementsOf(targetsInSchema());
    }

    @Test
    void the_service_account_may_write_every_one_of_them() throws LDAPException {
        try (LDAPConnection service = lab.connect(Account.SERVICE)) {
            String[] allowed = service.getEntry(ou.user(0).dn(), "allowedAttributesEffective")
                    .getAttributeValues("allowedAttributesEffective");

            assertThat(allowed).containsAll(targetsInSchema());
        }
    }

    private static void holdsWhatIsStated(int step) {
        for (int user = 0; user < SAMPLES.size(); user++) {
            String dn = ou.user(user).dn();
            Map<String, TreeSet<String>> expected = new TreeMap<>(before.get(dn));
            SAMPLES.get(user).forEach(sample -> sample.into(expected, step));
            assertThat(AFTER.get(step).get(dn))
                    .as("%s after step %d", SAMPLES.get(user), step)
                    .isEqualTo(expected);
        }
    }

    private static List<String> targetsInSchema() throws LDAPException {
        List<String> found = new ArrayList<>();
        String schema = ou.admin().getRootDSE().getAttributeValue("schemaNamingContext");
        Filter[] names = Profile.exchangeOnlineExtended().targets().stream()
                .map(target -> Filter.createEqualityFilter("lDAPDisplayName", target.value()))
                .toArray(Filter[]::new);
        ou.admin()
                .search(schema, SearchScope.ONE, Filter.createORFilter(names), "lDAPDisplayName")
                .getSearchEntries()
                .forEach(entry -> found.add(entry.getAttributeValue("lDAPDisplayName")));
        return found;
    }

    private static List<Sample> samples(TestUser user) {
        List<String> lists = List.of("CN=All Users" + LISTS + lab.baseDn(), "CN=All Rooms" + LISTS + lab.baseDn());
        return ExtendedSamples.of(user, people, groups, lists);
    }

    private static List<FeedLine> lines(int step) {
        return IntStream.range(0, SAMPLES.size())
                .mapToObj(user -> {
                    FeedLine line = FeedLine.of(ou.user(user), step + 1);
                    SAMPLES.get(user)
                            .forEach(sample -> line.states(
                                    sample.property(), sample.stated().get(step)));
                    return line;
                })
                .toList();
    }

    /** The cloud knows them and states nothing of them. */
    private static List<FeedLine> referents() throws LDAPException {
        List<FeedLine> lines = new ArrayList<>();
        for (Referent referent : people) {
            lines.add(referent(referent));
        }
        for (Referent referent : groups) {
            lines.add(referent(referent));
        }
        return lines;
    }

    private static FeedLine referent(Referent referent) throws LDAPException {
        byte[] guid = ou.admin().getEntry(referent.dn(), "objectGUID").getAttributeValueBytes("objectGUID");
        return FeedLine.of(referent.id(), 1)
                .anchor("immutableId", Base64.getEncoder().encodeToString(guid))
                .states("IsExchangeCloudManaged", false);
    }

    private static Referent group(int number) throws LDAPException {
        String dn = "CN=group" + number + "," + ou.dn();
        ou.admin().add(dn, new Attribute("objectClass", "group"));
        return new Referent("group-" + number, dn);
    }

    private static void holds(TestUser user, Map<String, String> values) throws LDAPException {
        if (!values.isEmpty()) {
            Modification[] modifications = values.entrySet().stream()
                    .map(value -> new Modification(ModificationType.REPLACE, value.getKey(), value.getValue()))
                    .toArray(Modification[]::new);
            ou.admin().modify(user.dn(), Arrays.asList(modifications));
        }
    }
}
