package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Modification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the deletion of a value does not say by itself: that it is spelled as it was read. A server that compares values
 * without regard to case deletes {@code smtp:a@b} where {@code SMTP:a@b} is meant, so that it does not see that somebody
 * made another address the primary one. Where it takes assertions (RFC 4528) and can compare with regard to case by a rule
 * that a filter names (RFC 4511, 4.5.1.7.7), the write says so.
 */
final class ExactCase {

    static final String ASSERTION = "1.3.6.1.1.12";

    static final ExactCase UNKNOWN = new ExactCase(Map.of());

    private static final Map<String, String> EXACT = Map.of(
            "caseignorematch", "caseExactMatch",
            "2.5.13.2", "caseExactMatch",
            "caseignoreia5match", "caseExactIA5Match",
            "1.3.6.1.4.1.1466.109.114.2", "caseExactIA5Match");

    private final Map<String, String> rules;

    private ExactCase(Map<String, String> rules) {
        this.rules = rules;
    }

    /** Of a server with this schema. */
    static ExactCase of(Session session, Schema schema) throws LDAPException {
        if (!session.rootDse().supportsControl(ASSERTION) || !comparesByRule(session)) {
            return UNKNOWN;
        }
        Map<String, String> rules = new HashMap<>();
        for (AttributeTypeDefinition type : schema.getAttributeTypes()) {
            String equality = type.getEqualityMatchingRule(schema);
            String exact = equality == null ? null : EXACT.get(equality.toLowerCase(Locale.ROOT));
            if (exact != null) {
                for (String name : type.getNames()) {
                    rules.put(name.toLowerCase(Locale.ROOT), exact);
                }
            }
        }
        return new ExactCase(rules);
    }

    /** A server may offer assertions and refuse filters of this kind, as the one in memory of UnboundID's SDK does. */
    private static boolean comparesByRule(Session session) throws LDAPException {
        try {
            session.search("", SearchScope.BASE, exact("cn", "caseExactMatch", "x"), "1.1");
            return true;
        } catch (LDAPException refused) {
            if (!refused.getResultCode().isConnectionUsable()) {
                throw refused;
            }
            return false;
        }
    }

    /** That all values which go are spelled as they were read; nothing where the server cannot tell. */
    Optional<Filter> condition(List<Modification> modifications) {
        List<Filter> terms = new ArrayList<>();
        for (Modification modification : modifications) {
            String rule = rules.get(modification.attribute().value().toLowerCase(Locale.ROOT));
            if (rule != null) {
                for (AttributeValue value : modification.remove()) {
                    terms.add(exact(modification.attribute().value(), rule, value.toString()));
                }
            }
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(Filter.createANDFilter(terms));
    }

    private static Filter exact(String attribute, String rule, String value) {
        return Filter.createExtensibleMatchFilter(attribute, rule, false, value);
    }
}
