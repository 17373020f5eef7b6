package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import dev.writeback.ldap.DirectoryFailure.Reach;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Signs in with a password, which is asked for anew each time, so that it may be changed while the program runs. */
final class PasswordBind implements Authentication {

    private final SignInMethod.Simple method;

    PasswordBind(SignInMethod.Simple method) {
        this.method = method;
    }

    @Override
    public void signIn(LDAPConnection connection, String host) throws LDAPException {
        byte[] password = bytes();
        try {
            connection.bind(new SimpleBindRequest(method.dn(), password));
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private byte[] bytes() throws CannotSignIn {
        char[] characters = characters();
        if (characters.length == 0) {
            // A simple bind with an empty password succeeds, as nobody (RFC 4513, section 5.1.2).
            throw unusable("it is empty", null);
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        Arrays.fill(characters, '\0');
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.clear();
        encoded.put(new byte[encoded.capacity()]);
        return bytes;
    }

    private char[] characters() throws CannotSignIn {
        try {
            return method.password().get();
        } catch (RuntimeException fault) {
            throw unusable("its source failed", fault);
        }
    }

    private CannotSignIn unusable(String why, @Nullable Throwable cause) {
        return new CannotSignIn(
                "The password of %s cannot be used: %s.".formatted(method.dn(), why),
                "Give the account's password.",
                Reach.EVERY_SERVER,
                cause);
    }
}
