package dev.writeback.architecture.bad.engine.run;

import com.unboundid.ldap.sdk.Entry;

final class ReadsEntry {
    String dn(Entry entry) {
        return entry.getDN();
    }
}
