package dev.writeback.ldap;

import java.util.Objects;

/**
 * Where Java looks for the key distribution centre. It has one place for that in the whole process, two system
 * properties that count only together.
 */
final class KerberosRealm {

    private static final String REALM = "java.security.krb5.realm";
    private static final String KDC = "java.security.krb5.kdc";

    private KerberosRealm() {}

    /**
     * Sets it, if the method says where it is.
     *
     * @throws IllegalArgumentException if it is set otherwise
     */
    static synchronized void settle(SignInMethod.Gssapi method) {
        String kdc = method.kdc();
        if (kdc == null) {
            return;
        }
        String setRealm = System.getProperty(REALM);
        String setKdc = System.getProperty(KDC);
        if (setRealm == null && setKdc == null) {
            System.setProperty(REALM, method.realm());
            System.setProperty(KDC, kdc);
        } else if (!Objects.equals(setRealm, method.realm()) || !Objects.equals(setKdc, kdc)) {
            throw new IllegalArgumentException(
                    "kdc %s of the realm %s cannot be used, because this process has %s of %s already; name both realms in krb5.conf and leave kdc out"
                            .formatted(kdc, method.realm(), setKdc, setRealm));
        }
    }
}
