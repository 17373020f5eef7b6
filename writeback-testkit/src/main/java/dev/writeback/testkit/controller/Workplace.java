package dev.writeback.testkit.controller;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import dev.writeback.model.ObjectGuid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An organizational unit of a test's own, and connections to make things in it. Names carry the number of the process, so
 * that runs that share a server do not meet. Not thread-safe.
 */
final class Workplace implements AutoCloseable {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final ControllerUnderTest controller;
    private final LDAPConnection administrator;
    private final LDAPConnection delegate;
    private final String domain;
    private final String dn;

    private Workplace(ControllerUnderTest controller, LDAPConnection administrator, LDAPConnection delegate)
            throws LDAPException {
        this.controller = controller;
        this.administrator = administrator;
        this.delegate = delegate;
        this.domain = rootDse(administrator, "defaultNamingContext").get(0);
        this.dn = "OU=" + name("contract") + "," + controller.base();
    }

    static Workplace open(ControllerUnderTest controller) throws LDAPException {
        Workplace place = new Workplace(
                controller, controller.connect(SignedIn.ADMINISTRATOR), controller.connect(SignedIn.DELEGATE));
        // A process of the same number may have been killed.
        place.clear();
        place.administrator.add(place.dn, new Attribute("objectClass", "organizationalUnit"));
        return place;
    }

    ControllerUnderTest controller() {
        return controller;
    }

    LDAPConnection administrator() {
        return administrator;
    }

    LDAPConnection delegate() {
        return delegate;
    }

    /** A connection that nobody is signed in on; the caller closes it. */
    LDAPConnection nobody() throws LDAPException {
        return controller.connect(SignedIn.NOBODY);
    }

    /** The organizational unit. */
    String dn() {
        return dn;
    }

    /** The root of the domain. */
    String domain() {
        return domain;
    }

    /** A name that no other entry has. */
    static String name(String kind) {
        return kind + Long.toString(ProcessHandle.current().pid(), 36) + "x" + NAMES.incrementAndGet();
    }

    /** What stands between {@code CN=} or {@code OU=} and the comma. */
    static String nameOf(String dn) {
        return dn.substring(3, dn.indexOf(','));
    }

    /** Adds a user and answers with its name. */
    String user(Attribute... more) throws LDAPException {
        String name = name("u");
        return add("CN=" + name, "user", more, new Attribute("sAMAccountName", name));
    }

    /** Adds a contact and answers with its name. */
    String contact(Attribute... more) throws LDAPException {
        return add("CN=" + name("c"), "contact", more);
    }

    /** Adds a group and answers with its name. */
    String group(String... members) throws LDAPException {
        String name = name("g");
        Attribute[] more = members.length == 0 ? new Attribute[0] : new Attribute[] {new Attribute("member", members)};
        return add("CN=" + name, "group", more, new Attribute("sAMAccountName", name));
    }

    /** Adds an organizational unit and answers with its name. */
    String unit() throws LDAPException {
        return add("OU=" + name("o"), "organizationalUnit", new Attribute[0]);
    }

    private String add(String rdn, String objectClass, Attribute[] more, Attribute... also) throws LDAPException {
        List<Attribute> attributes = new ArrayList<>(List.of(new Attribute("objectClass", objectClass)));
        attributes.addAll(Arrays.asList(also));
        attributes.addAll(Arrays.asList(more));
        String added = rdn + "," + dn;
        administrator.add(added, attributes);
        return added;
    }

    void modify(String entry, Modification... changes) throws LDAPException {
        administrator.modify(entry, changes);
    }

    void modify(Control control, String entry, Modification... changes) throws LDAPException {
        ModifyRequest request = new ModifyRequest(entry, changes);
        request.addControl(control);
        administrator.modify(request);
    }

    /** Renames an entry and answers with its name. */
    String rename(String entry) throws LDAPException {
        String rdn = entry.substring(0, 3) + name("r");
        administrator.modifyDN(entry, rdn, true);
        return rdn + entry.substring(entry.indexOf(','));
    }

    /** The values that the root DSE has of an attribute; none if it is absent. */
    List<String> rootDse(String attribute) throws LDAPException {
        return rootDse(administrator, attribute);
    }

    static List<String> rootDse(LDAPConnection connection, String attribute) throws LDAPException {
        String[] values = read(connection, "", attribute).getAttributeValues(attribute);
        return values == null ? List.of() : List.of(values);
    }

    SearchResultEntry read(String entry, String... attributes) throws LDAPException {
        return read(administrator, entry, attributes);
    }

    static SearchResultEntry read(LDAPConnection connection, String entry, String... attributes) throws LDAPException {
        SearchResultEntry found = connection.getEntry(entry, attributes);
        if (found == null) {
            throw new AssertionError("The entry " + entry + " is gone; nobody deleted it");
        }
        return found;
    }

    /** The values of an attribute as the server orders them; none if it is absent. */
    List<String> values(String entry, String attribute) throws LDAPException {
        String[] values = read(entry, attribute).getAttributeValues(attribute);
        return values == null ? List.of() : List.of(values);
    }

    byte[] octets(String entry, String attribute) throws LDAPException {
        byte[] octets = read(entry, attribute).getAttributeValueBytes(attribute);
        return octets == null ? new byte[0] : octets;
    }

    /** The name of an entry by its objectGUID. */
    String byGuid(String entry) throws LDAPException {
        return "<GUID=" + ObjectGuid.ofBytes(octets(entry, "objectGUID")) + ">";
    }

    long usn(String entry) throws LDAPException {
        return Long.parseLong(values(entry, "uSNChanged").get(0));
    }

    /** How many entries match. */
    int count(String base, SearchScope scope, String filter) throws LDAPException {
        return administrator.search(base, scope, filter, "1.1").getEntryCount();
    }

    /** Whether an entry matches. */
    boolean matches(String entry, String filter) throws LDAPException {
        return count(entry, SearchScope.BASE, filter) == 1;
    }

    private void clear() throws LDAPException {
        try {
            administrator.delete(new DeleteRequest(dn, new Control[] {new SubtreeDeleteRequestControl(true)}));
        } catch (LDAPException refusal) {
            if (!refusal.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw refusal;
            }
        }
    }

    @Override
    public void close() throws LDAPException {
        try (administrator;
                delegate) {
            clear();
        }
    }
}
