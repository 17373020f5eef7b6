package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Strike;
import dev.writeback.testkit.fault.Touched;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One connection of a client: who it is signed in as, and the way of each request from arrival to answer. */
final class ClientSession extends LDAPListenerRequestHandler {

    private static final String WHO_AM_I = "1.3.6.1.4.1.4203.1.11.3";

    @FunctionalInterface
    private interface Work {
        Answer run(Delivery delivery) throws DirectoryRefusal;
    }

    private final Directory directory;
    private final SignInRule signInRule;
    private final @Nullable LDAPListenerClientConnection connection;
    private final PagedSearches pages = new PagedSearches();
    private @Nullable Account account;

    ClientSession(Directory directory, SignInRule signInRule, @Nullable LDAPListenerClientConnection connection) {
        this.directory = directory;
        this.signInRule = signInRule;
        this.connection = connection;
    }

    @Override
    public LDAPListenerRequestHandler newInstance(LDAPListenerClientConnection accepted) {
        return new ClientSession(directory, signInRule, accepted);
    }

    @Override
    public LDAPMessage processBindRequest(int id, BindRequestProtocolOp request, List<Control> controls) {
        Answer answer = answer(Operation.BIND, request.getBindDN(), RequestParts::nothing, delivery -> {
            account = null;
            if (request.getCredentialsType() != BindRequestProtocolOp.CRED_TYPE_SIMPLE) {
                throw DirectoryRefusal.unknownAuthentication();
            }
            ASN1OctetString given = request.getSimplePassword();
            byte[] password = given == null ? new byte[0] : given.getValue();
            if (signInRule == SignInRule.ENCRYPTED && password.length > 0 && !isEncrypted()) {
                throw DirectoryRefusal.encryptionRequired();
            }
            account = directory.accounts().signIn(request.getBindDN(), password);
            return Answer.SUCCESS;
        });
        return new LDAPMessage(
                id,
                new BindResponseProtocolOp(
                        answer.code(), answer.matchedDn(), answer.message(), answer.referrals(), null));
    }

    @Override
    public LDAPMessage processSearchRequest(int id, SearchRequestProtocolOp request, List<Control> controls) {
        AtomicReference<@Nullable Control> page = new AtomicReference<>();
        Answer answer = answer(
                Operation.SEARCH,
                request.getBaseDN(),
                () -> RequestParts.sought(request),
                delivery -> new SearchWork(directory, pages, account, request, new RequestControls(controls), delivery)
                        .run(id, connection, page));
        Control next = page.get();
        return new LDAPMessage(
                id,
                new SearchResultDoneProtocolOp(answer.code(), answer.matchedDn(), answer.message(), answer.referrals()),
                next == null ? List.of() : List.of(next));
    }

    @Override
    public LDAPMessage processModifyRequest(int id, ModifyRequestProtocolOp request, List<Control> controls) {
        Answer answer = answer(
                Operation.MODIFY,
                request.getDN(),
                () -> RequestParts.modified(request.getModifications()),
                delivery -> {
                    Rights rights = writer(request.getDN()).rights();
                    RequestControls checked = new RequestControls(controls);
                    directory
                            .modifying()
                            .modify(
                                    request.getDN(),
                                    request.getModifications(),
                                    checked.contains(RequestControls.PERMISSIVE_MODIFY),
                                    rights);
                    return Answer.SUCCESS;
                });
        return new LDAPMessage(
                id,
                new ModifyResponseProtocolOp(answer.code(), answer.matchedDn(), answer.message(), answer.referrals()));
    }

    @Override
    public LDAPMessage processAddRequest(int id, AddRequestProtocolOp request, List<Control> controls) {
        Answer answer = answer(
                Operation.ADD,
                request.getDN(),
                () -> RequestParts.attributes(request.getAttributes().stream().map(Attribute::getName)),
                delivery -> {
                    Rights rights = writer(request.getDN()).rights();
                    RequestControls.check(controls);
                    if (!rights.owns(directory.names().parse(request.getDN()))) {
                        throw DirectoryRefusal.noRight();
                    }
                    directory.adding().add(request.getDN(), request.getAttributes(), AddRequests.Origin.CLIENT);
                    return Answer.SUCCESS;
                });
        return new LDAPMessage(
                id, new AddResponseProtocolOp(answer.code(), answer.matchedDn(), answer.message(), answer.referrals()));
    }

    @Override
    public LDAPMessage processDeleteRequest(int id, DeleteRequestProtocolOp request, List<Control> controls) {
        Answer answer = answer(Operation.DELETE, request.getDN(), RequestParts::nothing, delivery -> {
            Rights rights = writer(request.getDN()).rights();
            boolean wholeTree = new RequestControls(controls).contains(RequestControls.TREE_DELETE);
            directory.moving().delete(request.getDN(), wholeTree, rights);
            return Answer.SUCCESS;
        });
        return new LDAPMessage(
                id,
                new DeleteResponseProtocolOp(answer.code(), answer.matchedDn(), answer.message(), answer.referrals()));
    }

    @Override
    public LDAPMessage processModifyDNRequest(int id, ModifyDNRequestProtocolOp request, List<Control> controls) {
        Answer answer = answer(Operation.MODIFY_DN, request.getDN(), RequestParts::nothing, delivery -> {
            Rights rights = writer(request.getDN()).rights();
            RequestControls.check(controls);
            if (!request.deleteOldRDN()) {
                throw DirectoryRefusal.unwilling();
            }
            directory.moving().rename(request.getDN(), request.getNewRDN(), request.getNewSuperiorDN(), rights);
            return Answer.SUCCESS;
        });
        return new LDAPMessage(
                id,
                new ModifyDNResponseProtocolOp(
                        answer.code(), answer.matchedDn(), answer.message(), answer.referrals()));
    }

    @Override
    public LDAPMessage processCompareRequest(int id, CompareRequestProtocolOp request, List<Control> controls) {
        Answer answer = answer(
                Operation.COMPARE,
                request.getDN(),
                () -> RequestParts.attributes(Stream.of(request.getAttributeName())),
                delivery -> {
                    signedIn();
                    RequestControls.check(controls);
                    return directory.searching().compare(request) ? Answer.COMPARE_TRUE : Answer.COMPARE_FALSE;
                });
        return new LDAPMessage(
                id,
                new CompareResponseProtocolOp(answer.code(), answer.matchedDn(), answer.message(), answer.referrals()));
    }

    @Override
    public LDAPMessage processExtendedRequest(int id, ExtendedRequestProtocolOp request, List<Control> controls) {
        Answer answer = answer(Operation.EXTENDED, "", RequestParts::nothing, delivery -> {
            RequestControls.check(controls);
            if (!request.getOID().equals(WHO_AM_I)) {
                throw DirectoryRefusal.unsupported("Unknown extended request OID");
            }
            return Answer.SUCCESS;
        });
        ASN1OctetString value = answer.equals(Answer.SUCCESS) ? new ASN1OctetString(whoAmI()) : null;
        return new LDAPMessage(
                id,
                new ExtendedResponseProtocolOp(
                        answer.code(), answer.matchedDn(), answer.message(), answer.referrals(), null, value));
    }

    private Answer answer(Operation operation, String dn, Supplier<Touched> asked, Work work) {
        directory.counter().requested(operation);
        directory.schemaEntries().named(dn);
        Strike strike = directory
                .interventions()
                .before(operation, dn, directory::nameOf, () -> RequestParts.of(directory, dn, asked.get()));
        if (strike == null) {
            return done(work, new Delivery(null));
        }
        Fault fault = strike.fault();
        boolean isDone =
                fault instanceof Fault.Stale || fault instanceof Fault.HalfDelivered || fault.equals(Fault.cutAfter());
        Answer answer = isDone ? done(work, new Delivery(strike)) : Answer.of(fault);
        if (fault instanceof Fault.Cut || fault instanceof Fault.HalfDelivered) {
            cut();
        }
        return answer;
    }

    private static Answer done(Work work, Delivery delivery) {
        try {
            return work.run(delivery);
        } catch (DirectoryRefusal refusal) {
            return Answer.of(refusal);
        } finally {
            delivery.end();
        }
    }

    private void cut() {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException alreadyClosed) {
                // The client is gone, which is what the fault is for.
                return;
            }
        }
    }

    private Account signedIn() throws DirectoryRefusal {
        if (account == null) {
            throw DirectoryRefusal.notSignedIn();
        }
        return account;
    }

    /** Who is signed in, at a server that takes writes. */
    private Account writer(String dn) throws DirectoryRefusal {
        Account writer = signedIn();
        if (directory.rootDse().state() == ServerState.READ_ONLY) {
            throw DirectoryRefusal.elsewhere(directory.names().domain(), dn);
        }
        return writer;
    }

    private String whoAmI() {
        return account == null ? "" : "u:" + directory.accounts().downLevelName(account);
    }

    /** What stays in the process counts as encrypted: nobody can listen. */
    private boolean isEncrypted() {
        return connection != null
                && (connection.getSocket() instanceof SSLSocket || connection.getSocket() instanceof PipeSocket);
    }
}
