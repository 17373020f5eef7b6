package dev.writeback.testkit.controller;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A domain controller with the schema of Exchange, as the contract sees it. */
public interface ControllerUnderTest {

    /** What {@link SignedIn#DELEGATE} may write of users: the attributes of mailbox writeback. */
    List<String> DELEGATED = Stream.of(
                    IntStream.rangeClosed(1, 15).mapToObj(number -> "extensionAttribute" + number),
                    IntStream.rangeClosed(1, 5).mapToObj(number -> "msExchExtensionCustomAttribute" + number),
                    Stream.of("mail", "proxyAddresses", "msExchRecipientDisplayType", "msExchRecipientTypeDetails"))
            .flatMap(names -> names)
            .toList();

    /**
     * Opens a connection. The contract closes it.
     *
     * @param who as whom to sign in
     * @return the connection
     * @throws LDAPException if the server cannot be reached or refuses
     */
    LDAPConnection connect(SignedIn who) throws LDAPException;

    /**
     * Where the contract may make organizational units of its own, which it takes away again.
     *
     * @return the distinguished name of an entry that exists, in the domain and not its root
     */
    String base();

    /**
     * Which answers to expect where the servers that were measured differ.
     *
     * @return the server it is, or the one it is like in everything; none by default: then it may answer as it likes
     *     where these differ
     */
    default Optional<MeasuredServer> like() {
        return Optional.empty();
    }
}
