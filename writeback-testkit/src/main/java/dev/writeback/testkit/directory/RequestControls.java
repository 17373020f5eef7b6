package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.experimental.ActiveDirectoryDirSyncControl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The controls of a request. Unknown ones are ignored, or refused if critical. */
final class RequestControls {

    static final String PERMISSIVE_MODIFY = "1.2.840.113556.1.4.1413";
    static final String TREE_DELETE = "1.2.840.113556.1.4.805";
    static final String DOMAIN_SCOPE = "1.2.840.113556.1.4.1339";
    static final String EXTENDED_DN = "1.2.840.113556.1.4.529";
    static final String SHOW_DELETED = "1.2.840.113556.1.4.417";
    static final String DIR_SYNC = ActiveDirectoryDirSyncControl.DIRSYNC_OID;
    static final String PAGED = SimplePagedResultsControl.PAGED_RESULTS_OID;

    /** Those that change what the server does, and those that it may accept because nothing here depends on them. */
    static final List<String> SUPPORTED = List.of(
            PAGED,
            PERMISSIVE_MODIFY,
            TREE_DELETE,
            DOMAIN_SCOPE,
            DIR_SYNC,
            EXTENDED_DN,
            SHOW_DELETED,
            "1.2.840.113556.1.4.619",
            "1.2.840.113556.1.4.801",
            "1.2.840.113556.1.4.1338",
            "1.2.840.113556.1.4.2064");

    private final List<Control> controls;

    RequestControls(List<Control> controls) throws DirectoryRefusal {
        check(controls);
        this.controls = controls;
    }

    /** Refuses critical controls that the server does not know. */
    static void check(List<Control> controls) throws DirectoryRefusal {
        for (Control control : controls) {
            if (control.isCritical() && !SUPPORTED.contains(control.getOID())) {
                throw DirectoryRefusal.unknownControl();
            }
        }
    }

    boolean contains(String oid) {
        return controls.stream().anyMatch(control -> control.getOID().equals(oid));
    }

    /** The DirSync control; null if the request has none. */
    @Nullable
    ActiveDirectoryDirSyncControl dirSync() throws DirectoryRefusal {
        for (Control control : controls) {
            if (control.getOID().equals(DIR_SYNC)) {
                try {
                    return new ActiveDirectoryDirSyncControl(DIR_SYNC, control.isCritical(), control.getValue());
                } catch (LDAPException malformed) {
                    throw DirectoryRefusal.malformedControl();
                }
            }
        }
        return null;
    }

    /** The paged results control; null if the request has none. */
    @Nullable
    SimplePagedResultsControl paged() throws DirectoryRefusal {
        for (Control control : controls) {
            if (control.getOID().equals(PAGED)) {
                try {
                    ASN1OctetString value = control.getValue();
                    return new SimplePagedResultsControl(PAGED, control.isCritical(), value);
                } catch (LDAPException malformed) {
                    throw DirectoryRefusal.malformedControl();
                }
            }
        }
        return null;
    }
}
