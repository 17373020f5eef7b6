package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.integration.AdLab.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab is what the other tests take it for; when one of these fails, do not believe the others. */
@Tag("ad")
class AdLabTest {

    private static AdLab lab;

    @AutoClose
    private static TestOu inside;

    @AutoClose
    private static TestOu outside;

    @BeforeAll
    static void make_users_inside_and_outside() throws LDAPException {
        lab = AdLab.running();
        inside = TestOu.create(lab, lab.peopleDn(), "AdLabTest", 6);
        outside = TestOu.create(lab, lab.outsideDn(), "AdLabTest", 1);
    }

    @Test
    void the_least_account_may_write_exactly_the_24_attributes() throws LDAPException {
        assertThat(AdLab.WRITEBACK_ATTRIBUTES).hasSize(24).doesNotHaveDuplicates();

        try (LDAPConnection least = lab.connect(Account.LEAST)) {
            assertThat(effectiveAttributes(least, inside.user(0)))
                    .containsExactlyInAnyOrderElementsOf(AdLab.WRITEBACK_ATTRIBUTES);
        }
    }

    @Test
    void the_least_account_writes_all_24_attributes_in_one_modify() throws LDAPException {
        TestUser user = inside.user(1);
        List<Modification> modifications = new ArrayList<>();
        for (String name : AdLab.WRITEBACK_ATTRIBUTES) {
            modifications.add(new Modification(ModificationType.REPLACE, name, valueFor(name)));
        }

        try (LDAPConnection least = lab.connect(Account.LEAST)) {
            least.modify(user.dn(), modifications);
        }

        SearchResultEntry after = inside.read(user);
        for (String name : AdLab.WRITEBACK_ATTRIBUTES) {
            assertThat(after.getAttributeValues(name)).as(name).containsExactly(valueFor(name));
        }
    }

    @Test
    void an_attribute_beyond_the_24_is_refused_to_the_least_account_and_nothing_of_the_modify_is_done()
            throws LDAPException {
        TestUser user = inside.user(2);
        Modification allowed = new Modification(ModificationType.REPLACE, "extensionAttribute1", "changed");
        Modification forbidden = new Modification(ModificationType.REPLACE, "mailNickname", "changed");

        try (LDAPConnection least = lab.connect(Account.LEAST)) {
            assertThat(refusalOf(least, user, allowed, forbidden)).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
        }

        assertThat(inside.read(user).getAttributeValue("extensionAttribute1"))
                .isEqualTo(TestUser.EXTENSION_ATTRIBUTE_1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVICE", "LEAST"})
    void no_service_account_may_write_outside_the_unit_it_has_rights_on(Account account) throws LDAPException {
        Modification change = new Modification(ModificationType.REPLACE, "extensionAttribute1", "changed");

        try (LDAPConnection connection = lab.connect(account)) {
            assertThat(effectiveAttributes(connection, outside.user(0))).isEmpty();
            assertThat(refusalOf(connection, outside.user(0), change)).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
        }

        assertThat(outside.read(outside.user(0)).getAttributeValue("extensionAttribute1"))
                .isEqualTo(TestUser.EXTENSION_ATTRIBUTE_1);
    }

    @Test
    void an_immutable_id_finds_its_user() throws LDAPException {
        TestUser user = inside.user(3);

        try (LDAPConnection least = lab.connect(Account.LEAST)) {
            SearchResult found = least.search(
                    lab.peopleDn(),
                    SearchScope.SUB,
                    Filter.createEqualityFilter("objectGUID", user.objectGuid()),
                    "mail");

            assertThat(found.getSearchEntries()).hasSize(1);
            assertThat(found.getSearchEntries().get(0).getDN()).isEqualTo(user.dn());
            assertThat(found.getSearchEntries().get(0).getAttributeValue("mail"))
                    .isEqualTo(user.mail());
        }
    }

    @Test
    void a_change_is_counted_and_a_write_of_what_is_there_is_not() throws LDAPException {
        Map<String, Long> before = inside.usns();
        TestUser user = inside.user(4);

        inside.admin().modify(user.dn(), new Modification(ModificationType.REPLACE, "mail", user.mail()));
        assertThat(inside.changedSince(before)).isZero();

        inside.admin().modify(user.dn(), new Modification(ModificationType.REPLACE, "mail", "new." + user.mail()));
        assertThat(inside.changedSince(before)).isEqualTo(1);
    }

    @Test
    void contents_hold_the_known_values_to_the_letter() throws LDAPException {
        TestUser user = inside.user(5);

        Map<String, TreeSet<String>> values = inside.contents().get(user.dn());

        assertThat(inside.contents()).hasSize(6);
        assertThat(values.get("mail")).containsExactly(user.mail());
        assertThat(values.get("proxyaddresses")).containsExactlyInAnyOrderElementsOf(user.proxyAddresses());
        assertThat(values.get("msexchrecipienttypedetails")).containsExactly("2147483648");
        assertThat(values.get("msexchrecipientdisplaytype")).containsExactly("-2147483642");
        assertThat(values.get("extensionattribute1")).containsExactly(TestUser.EXTENSION_ATTRIBUTE_1);
        assertThat(values).doesNotContainKeys("usnchanged", "whenchanged");
    }

    private static List<String> effectiveAttributes(LDAPConnection connection, TestUser user) throws LDAPException {
        String[] names = connection
                .getEntry(user.dn(), "allowedAttributesEffective")
                .getAttributeValues("allowedAttributesEffective");
        return names == null ? List.of() : List.of(names);
    }

    private static ResultCode refusalOf(LDAPConnection connection, TestUser user, Modification... modifications) {
        LDAPException refused =
                catchThrowableOfType(LDAPException.class, () -> connection.modify(user.dn(), modifications));
        assertThat(refused).as("the write to %s is refused", user.dn()).isNotNull();
        return refused.getResultCode();
    }

    private static String valueFor(String attribute) {
        return switch (attribute) {
            case "msExchRecipientDisplayType" -> "-1073741818";
            case "msExchRecipientTypeDetails" -> "34359738368";
            case "mail" -> "all@example.test";
            case "proxyAddresses" -> "SMTP:all@example.test";
            default -> attribute + " value";
        };
    }
}
