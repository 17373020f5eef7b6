package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A domain, as the contract of directories wants to see it. */
final class DomainUnderTest implements DirectoryUnderTest {

    private final Domain domain;
    private final LdapDirectory sink;

    DomainUnderTest(Domain domain) {
        this.domain = domain;
        this.sink = LdapDirectory.open(domain.everything().build());
    }

    @Override
    public DirectorySink sink() {
        return sink;
    }

    @Override
    public DirectorySink unreachable() {
        return LdapDirectory.open(domain.everything()
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
        byte[][] raw = values.stream().map(DomainUnderTest::bytes).toArray(byte[][]::new);
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
            boolean binary = attribute.equals(Ask.MAILBOX_GUID);
            return found == null
                    ? List.of()
                    : Stream.of(found.getRawValues())
                            .map(raw -> binary
                                    ? AttributeValue.octets(raw.getValue())
                                    : AttributeValue.text(raw.stringValue()))
                            .toList();
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

    private static byte[] bytes(AttributeValue value) {
        return value instanceof AttributeValue.Octets octets
                ? octets.bytes()
                : value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
