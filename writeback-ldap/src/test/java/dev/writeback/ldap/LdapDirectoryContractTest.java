package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import dev.writeback.testkit.contract.DirectorySinkContract;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

class LdapDirectoryContractTest extends DirectorySinkContract {

    @Override
    protected DirectoryUnderTest open() {
        try {
            return new InMemory(MemoryDomain.start());
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    private static final class InMemory implements DirectoryUnderTest {

        private final MemoryDomain domain;
        private final LdapDirectory sink;

        InMemory(MemoryDomain domain) {
            this.domain = domain;
            this.sink = LdapDirectory.open(domain.everything().build());
        }

        @Override
        public DirectorySink sink() {
            return sink;
        }

        @Override
        public DirectorySink unreachable() {
            domain.directory().stopListening();
            return LdapDirectory.open(domain.everything().build());
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
            byte[][] raw = values.stream().map(InMemory::bytes).toArray(byte[][]::new);
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
            domain.close();
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
}
