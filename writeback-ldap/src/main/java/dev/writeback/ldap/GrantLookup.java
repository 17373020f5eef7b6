package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.ldap.Grant.Kind;
import dev.writeback.ldap.Grant.Place;
import dev.writeback.ldap.Grant.Property;
import dev.writeback.ldap.Grant.Trustee;
import dev.writeback.model.AttributeName;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads from the directory what a grant names: the account, the places, and the identifiers of the schema. */
final class GrantLookup {

    private static final String SCHEMA_ID = "schemaIDGUID";
    private static final String NAME = "lDAPDisplayName";

    private final Session session;
    private final LdapSettings settings;

    GrantLookup(Session session, LdapSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    Grant.Answer answer(Grant.Request request) throws LDAPException {
        if (!session.rootDse().isActiveDirectory()) {
            return untold(
                    ErrorCode.REJECTED,
                    "%s is not Active Directory, so its rights are granted in a way of its own."
                            .formatted(session.server().address()),
                    "Grant write access to the attributes of the profile as its manual says.");
        }
        Optional<Trustee> account = new OwnAccount(session, settings).trustee();
        if (account.isEmpty()) {
            return untold(
                    ErrorCode.ENTRY_NOT_FOUND,
                    "%s does not show the account its own entry."
                            .formatted(session.server().address()),
                    "Run the check with an account that may read itself, or grant the rights by hand.");
        }
        Map<String, Property> schema = schema(request);
        return schema.isEmpty()
                ? untold(
                        ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND,
                        "%s does not show the account the identifiers in its schema (schemaIDGUID)."
                                .formatted(session.server().address()),
                        "Grant the account read access to the schema, or print the commands with another account.")
                : placed(request, account.get(), schema);
    }

    private Grant.Answer placed(Grant.Request request, Trustee account, Map<String, Property> schema)
            throws LDAPException {
        List<Place> places = new ArrayList<>();
        for (Dn dn :
                request.organizationalUnits().isEmpty() ? List.of(settings.baseDn()) : request.organizationalUnits()) {
            Optional<Place> place = place(dn);
            if (place.isEmpty()) {
                return untold(
                        ErrorCode.ENTRY_NOT_FOUND,
                        "There is no %s, or the account may not see it.".formatted(dn),
                        "Correct the organizational unit, or grant the account read access to it.");
            }
            places.add(place.get());
        }
        return told(request, account, places, schema);
    }

    private Grant.Answer told(
            Grant.Request request, Trustee account, List<Place> places, Map<String, Property> schema) {
        List<String> unknown = new ArrayList<>();
        List<Property> properties = new ArrayList<>();
        for (AttributeName name : request.attributes()) {
            found(schema, name.value(), unknown).ifPresent(properties::add);
        }
        List<Kind> kinds = new ArrayList<>();
        for (String name : request.classes()) {
            found(schema, name, unknown)
                    .ifPresent(it -> kinds.add(new Kind(it.name().value(), it.id())));
        }
        return unknown.isEmpty()
                ? new Grant.Answer.Told(new Grant(account, places, properties, kinds))
                : untold(
                        ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND,
                        "The schema of %s lacks %s.".formatted(session.server().address(), String.join(", ", unknown)),
                        "Extend the schema (for Exchange attributes: setup /PrepareSchema), or take them out of the profile.");
    }

    private static Optional<Property> found(Map<String, Property> schema, String name, List<String> unknown) {
        Optional<Property> found = Optional.ofNullable(schema.get(name));
        if (found.isEmpty()) {
            unknown.add(name);
        }
        return found;
    }

    /** What the schema has of these names, which must be names: they end up in commands. */
    private Map<String, Property> schema(Grant.Request request) throws LDAPException {
        Map<String, Property> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Optional<String> context = session.rootDse().value("schemaNamingContext");
        if (context.isEmpty()) {
            return found;
        }
        List<String> names = new ArrayList<>(request.classes());
        request.attributes().forEach(name -> names.add(name.value()));
        for (int from = 0; from < names.size(); from += LookupBatch.MOST_TERMS) {
            List<Filter> some = names.subList(from, Math.min(names.size(), from + LookupBatch.MOST_TERMS)).stream()
                    .map(name -> Filter.createEqualityFilter(NAME, name))
                    .toList();
            take(
                    session.search(
                            context.get(),
                            SearchScope.SUB,
                            Filter.createORFilter(some),
                            NAME,
                            SCHEMA_ID,
                            "attributeID"),
                    found);
        }
        return found;
    }

    private static void take(Collection<SearchResultEntry> entries, Map<String, Property> found) {
        for (SearchResultEntry entry : entries) {
            String name = entry.getAttributeValue(NAME);
            String oid = entry.getAttributeValue("attributeID");
            byte[] id = entry.getAttributeValueBytes(SCHEMA_ID);
            if (name != null && AttributeName.isValid(name) && id != null && id.length == ObjectGuid.LENGTH) {
                found.put(
                        name,
                        new Property(
                                AttributeName.of(name),
                                oid == null ? "" : oid,
                                ObjectGuid.ofBytes(id).uuid()));
            }
        }
    }

    private Optional<Place> place(Dn dn) throws LDAPException {
        try {
            for (SearchResultEntry entry : session.search(
                    dn.value(), SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "objectGUID")) {
                byte[] id = entry.getAttributeValueBytes("objectGUID");
                Optional<Dn> spelled = Dn.ifValid(entry.getDN());
                if (id != null && id.length == ObjectGuid.LENGTH && spelled.isPresent()) {
                    return Optional.of(
                            new Place(spelled.get(), ObjectGuid.ofBytes(id).uuid()));
                }
            }
            return Optional.empty();
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static Grant.Answer untold(ErrorCode code, String reason, String action) {
        return new Grant.Answer.Untold(Problem.of(code, reason, action));
    }
}
