package dev.writeback.benchmarks;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.model.Anchor;
import dev.writeback.model.ObjectGuid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** An {@code mS-DS-ConsistencyGuid} for each user that is not its own objectGUID; taken away again when it is closed. */
final class ForeignAnchors implements AutoCloseable {

    private static final String NAME = "mS-DS-ConsistencyGuid";

    private final Target target;
    private final Map<Target.User, ObjectGuid> ids = new HashMap<>();

    private ForeignAnchors(Target target) {
        this.target = target;
    }

    static ForeignAnchors put(Target target, List<Target.User> users) throws LDAPException {
        ForeignAnchors anchors = new ForeignAnchors(target);
        for (Target.User user : users) {
            ObjectGuid id = new ObjectGuid(new UUID(0xc0, anchors.ids.size()));
            anchors.ids.put(user, id);
        }
        anchors.replace(id -> new Modification(ModificationType.REPLACE, NAME, id.toBytes()));
        return anchors;
    }

    Anchor of(Target.User user) {
        ObjectGuid id = ids.get(user);
        if (id == null) {
            throw new IllegalArgumentException("%s has no anchor".formatted(user.dn()));
        }
        return new Anchor.ImmutableId(id);
    }

    private void replace(Function<ObjectGuid, Modification> modification) throws LDAPException {
        try (LDAPConnection connection = target.connect()) {
            for (Map.Entry<Target.User, ObjectGuid> one : ids.entrySet()) {
                connection.modify(one.getKey().dn(), modification.apply(one.getValue()));
            }
        }
    }

    @Override
    public void close() throws LDAPException {
        replace(id -> new Modification(ModificationType.REPLACE, NAME));
    }
}
