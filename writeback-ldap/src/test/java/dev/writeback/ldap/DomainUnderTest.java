package dev.writeback.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectorySink;
import dev.writeback.testkit.contract.ScopedDirectory;
import dev.writeback.testkit.contract.WatchedDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A domain, as the contracts of directories want to see it. */
final class DomainUnderTest implements WatchedDirectory, ScopedDirectory {

    private final Domain domain;
    private final UnaryOperator<LdapSettings.Builder> settings;
    private final LdapDirectory sink;

    DomainUnderTest(Domain domain) {
        this(domain, it -> it);
    }

    /** With a sink of other settings. */
    DomainUnderTest(Domain domain, UnaryOperator<LdapSettings.Builder> settings) {
        this.domain = domain;
        this.settings = settings;
        this.sink = LdapDirectory.open(settings.apply(domain.everything()).build());
    }

    @Override
    public DirectorySink sink() {
        return sink;
    }

    @Override
    public DirectorySink unreachable() {
        return LdapDirectory.open(settings.apply(domain.everything())
                .servers(List.of("ldaps://127.0.0.1:" + freePort()))
                .build());
    }

    @Override
    public ObjectGuid add(String name) {
        try {
            return domain.guid(domain.addUser(name));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void set(ObjectGuid entry, AttributeName attribute, List<AttributeValue> values) {
        byte[][] raw = Ask.raw(values);
        try {
            domain.admin().modify(dn(entry), new Modification(ModificationType.REPLACE, attribute.value(), raw));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<AttributeValue> values(ObjectGuid entry, AttributeName attribute) {
        try {
            Attribute found = domain.admin().getEntry(dn(entry)).getAttribute(attribute.value());
            return Ask.read(attribute, found);
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void delete(ObjectGuid entry) {
        try {
            domain.admin().delete(dn(entry));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public EntryId addUnit(String name) {
        Dn dn = Dn.of("OU=" + name + "," + domain.unit());
        try {
            domain.admin().add(new AddRequest(dn.value(), new Attribute("objectClass", "organizationalUnit")));
            return new EntryId(domain.guid(dn.value()), dn);
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void renameUnit(EntryId unit, String name) {
        try {
            domain.admin().modifyDN(unit.dn().value(), "OU=" + name, true);
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public EntryId group(String name, List<ObjectGuid> members) {
        Dn dn = Dn.of("CN=" + name + "," + domain.unit());
        try {
            if (domain.admin().getEntry(dn.value()) == null) {
                domain.addGroup(name);
            }
            List<String> names = new ArrayList<>();
            for (ObjectGuid member : members) {
                names.add(domain.admin().getEntry(dn(member)).getDN());
            }
            domain.admin()
                    .modify(
                            dn.value(),
                            new Modification(ModificationType.REPLACE, "member", names.toArray(String[]::new)));
            return new EntryId(domain.guid(dn.value()), dn);
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<Cursor> foreign(Cursor place) {
        String[] parts = place.value().split(" ", 5);
        return List.of(
                new Cursor(String.join(" ", parts[0], "dc9.example.test", parts[2], parts[3], parts[4])),
                new Cursor(String.join(
                        " ", parts[0], parts[1], "0f8fad5b-d9cb-469f-a165-70867728950e", parts[3], parts[4])),
                new Cursor(String.join(" ", "other", parts[1], parts[2], parts[3], parts[4])),
                new Cursor(String.join(" ", parts[0], parts[1], parts[2], "nonsense", parts[4])),
                new Cursor(String.join(" ", parts[0], parts[1], parts[2], parts[3], "DC=other,DC=test")),
                new Cursor("nonsense"));
    }

    @Override
    public void close() {
        sink.close();
        try {
            domain.close();
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String dn(ObjectGuid entry) {
        return "<GUID=" + entry + ">";
    }
}
