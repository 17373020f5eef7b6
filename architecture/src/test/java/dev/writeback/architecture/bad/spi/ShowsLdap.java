package dev.writeback.architecture.bad.spi;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;

public interface ShowsLdap {
    Entry entry() throws LDAPException;
}
