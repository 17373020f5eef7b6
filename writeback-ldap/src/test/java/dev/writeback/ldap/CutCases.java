package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.entry;
import static dev.writeback.ldap.Ask.lookup;
import static dev.writeback.ldap.Ask.values;
import static dev.writeback.ldap.Ask.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import dev.writeback.spi.LookupOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Connections that are cut at every point of a request: nothing is guessed, and what comes next works. */
abstract class CutCases {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Domain domain;
    private Wire wire;
    private LdapDirectory directory;
    private ObjectGuid guid;

    abstract Domain domain() throws LDAPException;

    @BeforeEach
    void open() throws LDAPException, IOException {
        domain = domain();
        String dn = domain.addUser(
                "ada",
                new Attribute("extensionAttribute1", "one"),
                new Attribute("proxyAddresses", "SMTP:ada@" + domain.unit().hashCode() + ".test"));
        guid = domain.guid(dn);
        wire = new Wire(domain.host(), domain.plainPort());
        directory = LdapDirectory.open(settings().build());
    }

    private LdapSettings.Builder settings() {
        return domain.plain(wire.port()).responseTimeout(PATIENCE).globalCatalogs(List.of());
    }

    @AfterEach
    void close() throws LDAPException, IOException {
        directory.close();
        wire.close();
        domain.close();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"WHOLE", "MISTAKEN"})
    void a_write_without_an_answer_is_unknown_and_reading_tells(Wire.Mode cut) {
        DirectoryEntry before = entry(directory, guid);
        wire.mode(cut);

        WriteOutcome outcome = write(directory, before, change(EA1, values("one"), values("two")));

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
        wire.mode(Wire.Mode.WHOLE);
        String made = cut == Wire.Mode.CUT_BEFORE ? "one" : "two";
        assertThat(entry(directory, guid).values(EA1)).isEqualTo(values(made));
        assertThat(write(directory, entry(directory, guid), change(EA1, values(made), values("three"))))
                .isInstanceOf(WriteOutcome.Applied.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WHOLE")
    void a_search_without_an_answer_finds_nothing_out_and_the_next_one_does(Wire.Mode cut) {
        entry(directory, guid);
        wire.mode(cut);

        assertThat(lookup(directory, new Anchor.ImmutableId(guid))).isInstanceOf(LookupOutcome.Unavailable.class);
        assertThat(directory.holders(new HolderRequest(Set.of("smtp:nobody@x.test"))))
                .isInstanceOf(HolderOutcome.Unavailable.class);

        wire.mode(Wire.Mode.WHOLE);
        assertThat(lookup(directory, new Anchor.ImmutableId(guid))).isInstanceOf(LookupOutcome.Found.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WHOLE")
    void pages_that_are_cut_make_the_whole_lookup_unavailable(Wire.Mode cut) {
        // More ids than are searched for one by one: the pages of all consistency GUIDs are read.
        List<ObjectGuid> ids = new ArrayList<>(List.of(guid));
        for (int i = 0; i < 10; i++) {
            ids.add(new ObjectGuid(new UUID(11, i)));
        }
        entry(directory, guid);
        wire.mode(cut);

        assertThat(lookup(directory, ids)).hasOnlyElementsOfType(LookupOutcome.Unavailable.class);

        wire.mode(Wire.Mode.WHOLE);
        assertThat(lookup(directory, ids).get(0)).isInstanceOf(LookupOutcome.Found.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"WHOLE", "MISTAKEN"})
    void a_sign_in_that_is_cut_is_no_wrong_password(Wire.Mode cut) {
        wire.mode(cut);

        try (LdapDirectory cold =
                LdapDirectory.open(settings().connectTimeout(PATIENCE).build())) {
            LookupOutcome outcome = lookup(cold, new Anchor.ImmutableId(guid));
            assertThat(outcome).isInstanceOf(LookupOutcome.Unavailable.class);
            assertThat(((LookupOutcome.Unavailable) outcome).problem().code().label())
                    .isNotEqualTo("SignInFailed");
            wire.mode(Wire.Mode.WHOLE);
            assertThat(lookup(cold, new Anchor.ImmutableId(guid))).isInstanceOf(LookupOutcome.Found.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"WHOLE", "MISTAKEN"})
    void a_start_of_tls_that_is_cut_is_no_distrust(Wire.Mode cut) {
        wire.mode(cut);

        try (LdapDirectory cold = LdapDirectory.open(settings()
                .tls(LdapSettings.Tls.START_TLS)
                .connectTimeout(PATIENCE)
                .build())) {
            LookupOutcome outcome = lookup(cold, new Anchor.ImmutableId(guid));
            assertThat(outcome).isInstanceOf(LookupOutcome.Unavailable.class);
            assertThat(((LookupOutcome.Unavailable) outcome).problem().code().label())
                    .isIn("DirectoryUnavailable", "DirectoryBusy");
            wire.mode(Wire.Mode.WHOLE);
            assertThat(lookup(cold, new Anchor.ImmutableId(guid))).isInstanceOf(LookupOutcome.Found.class);
        }
    }
}
