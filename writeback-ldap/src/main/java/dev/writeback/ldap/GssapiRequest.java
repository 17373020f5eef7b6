package dev.writeback.ldap;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SASLBindRequest;
import com.unboundid.ldap.sdk.SASLClientBindHandler;
import java.util.List;
import javax.security.sasl.SaslClient;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in by the steps of a SASL client. The SDK has a request of its own for GSSAPI, which sets JAAS and Kerberos for the
 * whole process; a library must not do that to its host.
 */
final class GssapiRequest extends SASLBindRequest {

    static final String MECHANISM = "GSSAPI";

    private static final long serialVersionUID = 1;
    private static final Control[] NO_CONTROLS = {};

    private final transient SaslClient client;
    private int lastMessage = -1;

    GssapiRequest(SaslClient client) {
        super(NO_CONTROLS);
        this.client = client;
    }

    @Override
    protected BindResult process(LDAPConnection connection, int depth) throws LDAPException {
        SASLClientBindHandler steps = new SASLClientBindHandler(
                this, connection, MECHANISM, client, getControls(), getResponseTimeoutMillis(connection), List.of());
        try {
            return steps.processSASLBind();
        } finally {
            lastMessage = steps.getMessageID();
        }
    }

    @Override
    public String getSASLMechanismName() {
        return MECHANISM;
    }

    @Override
    public int getLastMessageID() {
        return lastMessage;
    }

    @Override
    public BindRequest duplicate() {
        return this;
    }

    @Override
    public BindRequest duplicate(Control @Nullable [] controls) {
        return this;
    }

    @Override
    public void toString(StringBuilder buffer) {
        buffer.append("GssapiRequest()");
    }

    @Override
    public void toCode(List<String> lines, String id, int indentation, boolean includesProcessing) {
        lines.add("// A sign-in cannot be written down.");
    }
}
