package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFModifyChangeRecord;
import com.unboundid.ldif.LDIFReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What the server and the test that runs it do to entries themselves; a refusal is a mistake of the test. */
final class ServerEdits {

    private final Directory directory;

    ServerEdits(Directory directory) {
        this.directory = directory;
    }

    StoredEntry add(Entry entry) {
        try {
            return directory.adding().add(entry.getDN(), entry.getAttributes(), AddRequests.Origin.SERVER);
        } catch (DirectoryRefusal refusal) {
            throw refusal.toFailure("add " + entry.getDN());
        }
    }

    StoredEntry add(String... ldif) {
        try {
            return add(new Entry(ldif));
        } catch (LDIFException malformed) {
            throw new IllegalArgumentException("These lines are not an entry in LDIF", malformed);
        }
    }

    /** Applies a change record and answers with the name of its entry as the record spells it. */
    String modify(String... ldif) {
        try {
            LDIFModifyChangeRecord change = (LDIFModifyChangeRecord) LDIFReader.decodeChangeRecord(ldif);
            directory
                    .modifying()
                    .modify(change.getDN(), List.of(change.getModifications()), false, Rights.everything());
            return change.getDN();
        } catch (LDIFException | ClassCastException malformed) {
            throw new IllegalArgumentException(
                    "These lines are not a record in LDIF with changetype modify", malformed);
        } catch (DirectoryRefusal refusal) {
            throw refusal.toFailure("modify an entry");
        }
    }

    /** Gives the server another invocation id, as a restore from a backup does. */
    void newInvocationId() {
        try {
            Modification another = new Modification(
                    ModificationType.REPLACE, "invocationId", directory.stamps().nextGuid());
            directory.modifying().modify(directory.rootDse().settings(), List.of(another), false, Rights.everything());
        } catch (DirectoryRefusal refusal) {
            throw refusal.toFailure("change the invocation id");
        }
    }

    /** Says that the server has seen what another one did up to an update number, and nothing of any other server. */
    void replicated(byte[] invocationId, long usn) {
        int withTimes = 2;
        int one = 1;
        byte[] vector = ByteBuffer.allocate(16 + invocationId.length + 2 * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(withTimes)
                .putLong(one)
                .put(invocationId)
                .putLong(usn)
                .array();
        String base = directory.names().base().text();
        try {
            Modification known = new Modification(ModificationType.REPLACE, "replUpToDateVector", vector);
            directory.modifying().modify(base, List.of(known), false, Rights.everything());
        } catch (DirectoryRefusal refusal) {
            throw refusal.toFailure("keep how far it has replicated");
        }
    }

    void delete(String dn) {
        try {
            directory.moving().delete(dn, true, Rights.everything());
        } catch (DirectoryRefusal refusal) {
            throw refusal.toFailure("delete " + dn);
        }
    }

    void move(String dn, EntryName to) {
        try {
            directory.moving().rename(dn, to.rdn().toString(), to.parent().text(), Rights.everything());
        } catch (DirectoryRefusal refusal) {
            throw refusal.toFailure("move " + dn);
        }
    }
}
