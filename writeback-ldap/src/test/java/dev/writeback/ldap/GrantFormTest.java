package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.ldap.Grant.Kind;
import dev.writeback.ldap.Grant.Place;
import dev.writeback.ldap.Grant.Property;
import dev.writeback.ldap.Grant.Trustee;
import dev.writeback.model.AttributeName;
import dev.writeback.model.Dn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, read back by a strict grammar of each form: nothing but the grant is in them, and all of it. */
class GrantFormTest {

    private static final String GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String DN = "[A-Za-z0-9 =,\\-_./:()@]|\\\\[0-9A-F]{2}";
    private static final Pattern DSACLS = Pattern.compile(
            "dsacls \"((?:" + DN + ")+)\" /I:S /G \"([A-Z0-9]+\\\\[\\w.$-]+):RPWP;([\\w-]+);([\\w-]+)\"");
    private static final Pattern SAMBA =
            Pattern.compile("samba-tool dsacl set --objectdn='((?:" + DN + ")+)' --sddl='((?:\\([^()']+\\))+)'");
    private static final Pattern ENTRY =
            Pattern.compile("\\(OA;CIIO;RPWP;(" + GUID + ");(" + GUID + ");(S-1-5-21(?:-\\d+){4})\\)");

    private static final Property MAIL =
            new Property(AttributeName.of("mail"), "0.9.2342.19200300.100.1.3", new UUID(1, 1));
    private static final Property PROXIES =
            new Property(AttributeName.of("proxyAddresses"), "1.2.840.113556.1.2.210", new UUID(1, 2));
    private static final Kind USER = new Kind("user", new UUID(2, 1));
    private static final Kind PERSON = new Kind("inetOrgPerson", new UUID(2, 2));

    private final Grant grant = new Grant(
            new Trustee("S-1-5-21-1-2-3-1104", "CORP\\svc-writeback"),
            List.of(place("OU=People,DC=corp,DC=example", 1), place("OU=More,DC=corp,DC=example", 2)),
            List.of(MAIL, PROXIES),
            List.of(USER, PERSON));

    @Test
    void dsacls_grants_each_attribute_of_each_class_on_each_place() {
        List<String> granted = new ArrayList<>();
        for (String line : Grant.Form.DSACLS.commands(grant)) {
            Matcher command = DSACLS.matcher(line);
            assertThat(command.matches()).as(line).isTrue();
            assertThat(command.group(2)).isEqualTo("CORP\\svc-writeback");
            granted.add(command.group(1).substring(0, 7) + " " + command.group(4) + " " + command.group(3));
        }

        assertThat(granted)
                .containsExactlyInAnyOrder(
                        "OU=Peop user mail",
                        "OU=Peop user proxyAddresses",
                        "OU=Peop inetOrgPerson mail",
                        "OU=Peop inetOrgPerson proxyAddresses",
                        "OU=More user mail",
                        "OU=More user proxyAddresses",
                        "OU=More inetOrgPerson mail",
                        "OU=More inetOrgPerson proxyAddresses");
    }

    @Test
    void samba_grants_the_same_in_entries_that_are_inherited_only() {
        List<String> granted = new ArrayList<>();
        for (String line : Grant.Form.SAMBA.commands(grant)) {
            Matcher command = SAMBA.matcher(line);
            assertThat(command.matches()).as(line).isTrue();
            Matcher entry = ENTRY.matcher(command.group(2));
            int end = 0;
            while (entry.lookingAt() || entry.find(end)) {
                assertThat(entry.start()).isEqualTo(end);
                end = entry.end();
                assertThat(entry.group(3)).isEqualTo("S-1-5-21-1-2-3-1104");
                granted.add(command.group(1).substring(0, 7)
                        + entry.group(2).charAt(35)
                        + entry.group(1).charAt(35));
                entry.region(end, command.group(2).length());
            }
            assertThat(end).isEqualTo(command.group(2).length());
        }

        assertThat(granted)
                .containsExactlyInAnyOrder(
                        "OU=Peop11",
                        "OU=Peop12",
                        "OU=Peop21",
                        "OU=Peop22",
                        "OU=More11",
                        "OU=More12",
                        "OU=More21",
                        "OU=More22");
    }

    @Test
    void powershell_names_attributes_classes_and_places_by_their_ids() {
        List<String> lines = Grant.Form.POWERSHELL.commands(grant);

        assertThat(lines)
                .contains(
                        "$account = [System.Security.Principal.SecurityIdentifier]::new('S-1-5-21-1-2-3-1104')",
                        "$rights = [System.DirectoryServices.ActiveDirectoryRights]'ReadProperty, WriteProperty'",
                        "  'mail' = [guid]'%s'".formatted(MAIL.id()),
                        "  'proxyAddresses' = [guid]'%s'".formatted(PROXIES.id()),
                        "  'user' = [guid]'%s'".formatted(USER.id()),
                        "  'inetOrgPerson' = [guid]'%s'".formatted(PERSON.id()),
                        "  '%s' # OU=People,DC=corp,DC=example".formatted(new UUID(3, 1)));
        String script = String.join("\n", lines);
        for (String pair : List.of("{}", "()", "[]")) {
            assertThat(count(script, pair.charAt(0))).as(pair).isEqualTo(count(script, pair.charAt(1)));
        }
        assertThat(count(script, '\'') % 2).isZero();
        assertThat(script)
                .contains("'Allow', $attribute, 'Descendents', $class")
                .doesNotContain("GenericAll", "GenericWrite", "WriteDacl", "WriteOwner", "ExtendedRight");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OU=x' \\; rm -rf ~ \\;',DC=corp,DC=example",
                "OU=$(reboot),DC=corp,DC=example",
                "OU=`reboot`,DC=corp,DC=example",
                "OU=a\\\" & shutdown /s & \\\",DC=corp,DC=example",
                "OU=%ComSpec% ^| !x!,DC=corp,DC=example",
                "OU=\u2019\\; Remove-Item C: \\;\u2018,DC=corp,DC=example",
                "OU=a\\0Ashutdown,DC=corp,DC=example",
                "OU=\u202Eevil,DC=corp,DC=example",
                "OU=M\u00fcller\\, S\u00f6hne,DC=corp,DC=example",
                "OU=\\#1 \\+ 2\\;\\<3\\>,DC=corp,DC=example"
            })
    void a_name_stays_a_name_in_every_shell(String name) {
        Grant hostile = new Grant(grant.account(), List.of(place(name, 1)), grant.properties(), grant.kinds());

        assertThat(Grant.Form.DSACLS.commands(hostile)).hasSize(4).allSatisfy(line -> {
            Matcher command = DSACLS.matcher(line);
            assertThat(command.matches()).as(line).isTrue();
            assertThat(Dn.of(command.group(1))).isEqualTo(Dn.of(name));
        });
        assertThat(Grant.Form.SAMBA.commands(hostile)).hasSize(2).allSatisfy(line -> {
            Matcher command = SAMBA.matcher(line);
            assertThat(command.matches()).as(line).isTrue();
            assertThat(Dn.of(command.group(1))).isEqualTo(Dn.of(name));
        });
        assertThat(Grant.Form.POWERSHELL.commands(hostile))
                .filteredOn(line -> line.contains("#"))
                .singleElement()
                .satisfies(line -> assertThat(line).matches("  '" + GUID + "' # (?:" + DN + ")+"));
    }

    @ParameterizedTest
    @CsvSource({"CORP\\svc;x,CORP\\svcx", "CORP\\a\"&b,CORP\\ab", "CORP\\svc$,CORP\\svc$", "CORP\\a b,CORP\\a b"})
    void an_account_keeps_what_an_accounts_name_may_have(String name, String text) {
        assertThat(CommandText.ofAccount(name)).isEqualTo(text);
    }

    private static Place place(String dn, long id) {
        return new Place(Dn.of(dn), new UUID(3, id));
    }

    private static long count(String text, char character) {
        return text.chars().filter(it -> it == character).count();
    }
}
