package dev.writeback.engine.run;

import dev.writeback.engine.mapping.References;
import dev.writeback.engine.mapping.Resolution;
import dev.writeback.engine.mapping.Resolution.Resolved;
import dev.writeback.engine.mapping.Resolution.Unresolved;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.spi.LookupOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the entries of the objects that others refer to: those of a batch at once, and each once for a while. */
final class Referents {

    /** One search for 50 to 100 anchors did best on every server measured. */
    private static final int MOST_AT_ONCE = 100;

    private static final References NONE = References.none();
    private static final Logger LOG = LoggerFactory.getLogger(Referents.class);

    private final Parts parts;
    private final Brake brake;
    private final Matching matching;

    Referents(Parts parts, Tally tally, Brake brake) {
        this.parts = parts;
        this.brake = brake;
        this.matching = Matching.ofNames(parts, tally);
    }

    /** The entries of what these cases refer to; asks nobody if they refer to nothing. The brake may be pulled meanwhile. */
    References of(List<Case> cases) {
        Set<CloudObjectId> wanted = new LinkedHashSet<>();
        for (Case one : cases) {
            if (one.takeDoubt()) {
                parts.names().forget(one.references());
            }
            wanted.addAll(one.references());
        }
        if (wanted.isEmpty()) {
            return NONE;
        }
        Map<CloudObjectId, Resolution> found = new HashMap<>();
        takeKnown(wanted, found);
        if (!wanted.isEmpty()) {
            parts.names().oneAtATime(() -> {
                takeKnown(wanted, found);
                ask(wanted, found);
            });
        }
        return object -> {
            Resolution resolution = found.get(object);
            return resolution == null ? NONE.of(object) : resolution;
        };
    }

    private void takeKnown(Set<CloudObjectId> wanted, Map<CloudObjectId, Resolution> found) {
        Map<CloudObjectId, Dn> names = parts.names().known(wanted);
        names.forEach((object, name) -> found.put(object, new Resolved(name)));
        wanted.removeAll(names.keySet());
    }

    private void ask(Set<CloudObjectId> wanted, Map<CloudObjectId, Resolution> found) {
        if (wanted.isEmpty() || brake.isPulled()) {
            return;
        }
        wanted.forEach(object -> found.put(object, new Unresolved("has not been stated yet")));
        List<CloudObject> anchored = new ArrayList<>();
        for (CloudObject object : known(wanted)) {
            if (object.isRemoved()) {
                found.put(object.id(), new Unresolved("is gone from the cloud"));
            } else if (object.anchors().isEmpty()) {
                found.put(object.id(), new Unresolved("states no anchor"));
            } else {
                anchored.add(object);
            }
        }
        for (int from = 0; from < anchored.size() && !brake.isPulled(); from += MOST_AT_ONCE) {
            lookUp(anchored.subList(from, Math.min(anchored.size(), from + MOST_AT_ONCE)), found);
        }
    }

    private List<CloudObject> known(Collection<CloudObjectId> objects) {
        try {
            return parts.store().intake().known(objects);
        } catch (RuntimeException fault) {
            LOG.error("the store failed to tell of {} objects", objects.size(), fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return List.of();
        }
    }

    private void lookUp(List<CloudObject> objects, Map<CloudObjectId, Resolution> found) {
        List<LookupOutcome> outcomes =
                matching.lookup(objects.stream().map(CloudObject::anchorValues).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            CloudObjectId id = objects.get(i).id();
            Resolution resolution = outcomes.get(i)
                    .match(
                            entry -> new Resolved(entry.entry().id().dn()),
                            notFound -> new Unresolved("has no entry"),
                            ambiguous -> new Unresolved("has anchors that lead to different entries"),
                            this::unavailable);
            found.put(id, resolution);
            if (resolution instanceof Resolved resolved) {
                parts.names().put(id, resolved.dn());
            }
        }
    }

    private Resolution unavailable(LookupOutcome.Unavailable outcome) {
        if (!Matching.isOfOneObject(outcome)) {
            brake.pull(Brake.Cause.DIRECTORY_UNREACHABLE, outcome.problem());
        }
        return new Unresolved("cannot be looked for just now");
    }
}
