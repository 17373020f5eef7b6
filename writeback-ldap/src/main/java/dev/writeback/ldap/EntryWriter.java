package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
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
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes entries, several on their way at once, each with one request that is its own condition: it deletes exactly the
 * values that should be there and adds the new ones. Active Directory has no assertion control (RFC 4528); where there is
 * one, it says what a deletion does not ({@link ExactCase}).
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
        return writeAll(List.of(write)).get(0);
    }

    /** One outcome for each write, in their order; those to one server go over one connection. */
    List<WriteOutcome> writeAll(List<EntryWrite> writes) {
        IdentityHashMap<EntryWrite, WriteOutcome> outcomes = new IdentityHashMap<>();
        writes.stream().filter(write -> !write.isWhole()).forEach(write -> outcomes.put(write, inParts(write)));
        writes.stream()
                .filter(EntryWrite::isWhole)
                .collect(Collectors.groupingBy(EntryWrite::server, LinkedHashMap::new, Collectors.toList()))
                .forEach((server, those) -> write(server, those, outcomes));
        return writes.stream().map(outcomes::get).toList();
    }

    /** The parts that were made stay made: whoever reads the entry finds them there. */
    private WriteOutcome inParts(EntryWrite write) {
        int written = 0;
        for (EntryWrite part : WriteParts.of(write)) {
            WriteOutcome outcome = write(part);
            if (!(outcome instanceof WriteOutcome.Applied)) {
                return written == 0
                        ? outcome
                        : partly(write, written, outcome.obstacle().orElseThrow());
            }
            written += part.values();
        }
        return new WriteOutcome.Applied();
    }

    private static WriteOutcome partly(EntryWrite write, int written, Problem why) {
        return new WriteOutcome.Unknown(new Problem(
                ErrorCode.OUTCOME_UNKNOWN,
                "Of %d values to change of the entry %s %d were written, and then: %s"
                        .formatted(write.values(), write.entry(), written, why.reason()),
                "Read the entry; a new plan holds what is left. " + why.action(),
                why.diagnostic()));
    }

    private void write(String name, List<EntryWrite> writes, IdentityHashMap<EntryWrite, WriteOutcome> outcomes) {
        try {
            Optional<Server> server = servers.named(name);
            if (server.isPresent()) {
                write(server.get(), writes, outcomes);
            } else {
                writes.forEach(write -> outcomes.put(write, readElsewhere(write, "is not among the servers")));
            }
        } catch (DirectoryFailure nobodyKnowsTheServers) {
            WriteOutcome unavailable = new WriteOutcome.Unavailable(nobodyKnowsTheServers.problem());
            writes.forEach(write -> outcomes.put(write, unavailable));
        }
    }

    private void write(Server server, List<EntryWrite> writes, IdentityHashMap<EntryWrite, WriteOutcome> outcomes) {
        // A connection that is cut leaves the rest unsent, which goes over the next one.
        for (List<EntryWrite> left = writes; !left.isEmpty(); left = without(left, outcomes)) {
            try (Session session = server.open()) {
                write(session, left, outcomes);
            } catch (DirectoryFailure failure) {
                if (failure.reach() == DirectoryFailure.Reach.THIS_SERVER) {
                    servers.leave(server);
                }
                left.forEach(write -> outcomes.put(write, unsent(write, failure)));
            }
        }
    }

    private static List<EntryWrite> without(
            List<EntryWrite> writes, IdentityHashMap<EntryWrite, WriteOutcome> outcomes) {
        return writes.stream().filter(write -> !outcomes.containsKey(write)).toList();
    }

    /** Another server may lag behind the one that was read from, so that it is read anew. */
    private WriteOutcome unsent(EntryWrite write, DirectoryFailure failure) {
        boolean elsewhere = failure.reach() == DirectoryFailure.Reach.THIS_SERVER && !servers.isOnlyOne();
        return elsewhere ? readElsewhere(write, "cannot be used now") : new WriteOutcome.Unavailable(failure.problem());
    }

    private void write(Session session, List<EntryWrite> writes, IdentityHashMap<EntryWrite, WriteOutcome> outcomes) {
        List<EntryWrite> going = new ArrayList<>(writes.size());
        List<ModifyRequest> requests = new ArrayList<>(writes.size());
        try {
            for (EntryWrite write : writes) {
                Optional<WriteOutcome> objection = precinct.objection(session, write);
                if (objection.isPresent()) {
                    outcomes.put(write, objection.get());
                } else {
                    going.add(write);
                    requests.add(request(session.kind(), write));
                }
            }
        } catch (LDAPException unknownKind) {
            Problem problem =
                    SearchFaults.of(unknownKind, session.server().address()).problem();
            writes.forEach(write -> outcomes.put(write, new WriteOutcome.Unavailable(problem)));
            return;
        }
        List<LDAPResult> answers = going.isEmpty() ? List.of() : session.modifyAll(requests);
        for (int i = 0; i < answers.size(); i++) {
            outcomes.put(going.get(i), outcome(session, requests.get(i), going.get(i), answers.get(i)));
        }
    }

    private static ModifyRequest request(DirectoryKind kind, EntryWrite write) {
        ModifyRequest request =
                new ModifyRequest(kind.naming().target(write.entry()), modifications(write.modifications()));
        // Critical, always: a server that does not know a control and may ignore it writes regardless.
        kind.exactCase()
                .condition(write.modifications())
                .ifPresent(condition -> request.addControl(new AssertionRequestControl(condition, true)));
        return request;
    }

    private WriteOutcome outcome(Session session, ModifyRequest request, EntryWrite write, LDAPResult answer) {
        if (answer.getResultCode().equals(ResultCode.SUCCESS)) {
            return new WriteOutcome.Applied();
        }
        LDAPException refused = new LDAPException(answer);
        Refusal refusal = RefusalTable.of(refused);
        if (refusal.kind() == Refusal.Kind.ELSEWHERE && !servers.isOnlyOne()) {
            // A read-only controller refers to others, one that shuts down says so; a GUID is of this domain's entries.
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
