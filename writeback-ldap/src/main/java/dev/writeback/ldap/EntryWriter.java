package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.AssertionRequestControl;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes entries, each with one request that is its own condition: it deletes exactly the values that should be there
 * and adds the new ones. Active Directory has no assertion control (RFC 4528); where there is one, it says what a deletion
 * does not ({@link ExactCase}).
 */
final class EntryWriter {

    private final Servers servers;
    private final Precinct precinct;
    private final Dn base;

    /** Writes what the precinct admits below a base, where an entry is looked for that was moved. */
    EntryWriter(Servers servers, Precinct precinct, Dn base) {
        this.base = base;
        this.servers = servers;
        this.precinct = precinct;
    }

    WriteOutcome write(EntryWrite write) {
        try {
            Optional<Server> server = servers.named(write.server());
            return server.isEmpty() ? readElsewhere(write, "is not among the servers") : write(server.get(), write);
        } catch (DirectoryFailure nobodyKnowsTheServers) {
            return new WriteOutcome.Unavailable(nobodyKnowsTheServers.problem());
        }
    }

    private WriteOutcome write(Server server, EntryWrite write) {
        try (Session session = server.open()) {
            return write(session, write);
        } catch (DirectoryFailure failure) {
            if (failure.reach() == DirectoryFailure.Reach.EVERY_SERVER) {
                return new WriteOutcome.Unavailable(failure.problem());
            }
            servers.leave(server);
            // Nothing was sent yet. Another server may lag behind the one that was read from, so that it is read anew.
            return servers.isOnlyOne()
                    ? new WriteOutcome.Unavailable(failure.problem())
                    : readElsewhere(write, "cannot be used now");
        }
    }

    private WriteOutcome write(Session session, EntryWrite write) {
        try {
            Optional<WriteOutcome> objection = precinct.objection(session, write);
            if (objection.isPresent()) {
                return objection.get();
            }
            String target = session.kind().naming().target(write.entry());
            ModifyRequest request = new ModifyRequest(target, modifications(write.modifications()));
            // Critical, always: a server that does not know a control and may ignore it writes regardless.
            session.kind()
                    .exactCase()
                    .condition(write.modifications())
                    .ifPresent(condition -> request.addControl(new AssertionRequestControl(condition, true)));
            return modify(session, request, write);
        } catch (LDAPException unknownKind) {
            return new WriteOutcome.Unavailable(
                    SearchFaults.of(unknownKind, session.server().address()).problem());
        }
    }

    private WriteOutcome modify(Session session, ModifyRequest request, EntryWrite write) {
        try {
            session.modify(request);
            return new WriteOutcome.Applied();
        } catch (LDAPException refused) {
            Refusal refusal = RefusalTable.of(refused);
            if (refusal.kind() == Refusal.Kind.ELSEWHERE && !servers.isOnlyOne()) {
                // A read-only controller refers to others, one that shuts down says so; a GUID is of this domain's
                // entries.
                servers.leave(session.server());
                return readElsewhere(
                        write,
                        refusal.code() == ErrorCode.REJECTED
                                ? "does not write it but refers to another server"
                                : "is starting, shutting down or in trouble");
            }
            if (refusal.kind() == Refusal.Kind.MISSING && isThere(session, request.getDN(), write)) {
                // So is a value answered that is the DN of an entry which was renamed or deleted meanwhile.
                refusal = RefusalTable.CONFLICT;
            }
            return refusal.outcome(write, refused);
        }
    }

    /** Whether the entry is there, under whatever name: it may have been moved since it was read. */
    private boolean isThere(Session session, String target, EntryWrite write) {
        try {
            EntryNaming naming = session.kind().naming();
            return session.isThere(target)
                    || (naming != EntryNaming.ACTIVE_DIRECTORY
                            && !session.search(
                                            base.value(),
                                            SearchScope.SUB,
                                            naming.byGuid(write.entry().guid()),
                                            "1.1")
                                    .isEmpty());
        } catch (LDAPException notTold) {
            return false;
        }
    }

    private static WriteOutcome readElsewhere(EntryWrite write, String why) {
        return new WriteOutcome.Stale(Problem.of(
                ErrorCode.ENTRY_CONFLICT,
                "The server %s, which the entry %s was read from, %s.".formatted(write.server(), write.entry(), why),
                "Nothing was written; read the entry again, from the server in use, and plan again."));
    }

    private static List<com.unboundid.ldap.sdk.Modification> modifications(List<Modification> wanted) {
        List<com.unboundid.ldap.sdk.Modification> all = new ArrayList<>();
        for (Modification one : wanted) {
            String name = one.attribute().value();
            if (!one.remove().isEmpty()) {
                all.add(new com.unboundid.ldap.sdk.Modification(ModificationType.DELETE, name, bytes(one.remove())));
            }
            if (!one.add().isEmpty()) {
                all.add(new com.unboundid.ldap.sdk.Modification(ModificationType.ADD, name, bytes(one.add())));
            }
        }
        return all;
    }

    private static byte[][] bytes(List<AttributeValue> values) {
        return values.stream().map(EntryWriter::bytes).toArray(byte[][]::new);
    }

    private static byte[] bytes(AttributeValue value) {
        if (value instanceof AttributeValue.Octets octets) {
            return octets.bytes();
        }
        if (value instanceof AttributeValue.Reference) {
            throw new IllegalArgumentException("a reference is to be written, it must be made a DN first");
        }
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
