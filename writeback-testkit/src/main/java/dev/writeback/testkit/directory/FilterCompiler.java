package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import dev.writeback.testkit.directory.EntryFilter.Truth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns an LDAP filter into a test of entries, with the values of the filter normalised once. */
final class FilterCompiler {

    private static final String BITS_ALL = "1.2.840.113556.1.4.803";
    private static final String BITS_ANY = "1.2.840.113556.1.4.804";

    private final DirectorySchema schema;
    private final BackLinks links;
    private final DirectoryNames names;
    private final ChainRule chain;

    FilterCompiler(DirectorySchema schema, EntryStore store, DirectoryNames names) {
        this.schema = schema;
        this.links = new BackLinks(schema, store);
        this.names = names;
        this.chain = new ChainRule(schema, store);
    }

    EntryFilter compile(Filter filter) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> all(compile(filter.getComponents()));
            case Filter.FILTER_TYPE_OR -> any(compile(filter.getComponents()));
            case Filter.FILTER_TYPE_NOT -> {
                EntryFilter negated = compile(Objects.requireNonNull(filter.getNOTComponent(), "negated filter"));
                yield entry -> negated.test(entry).negated();
            }
            default -> item(filter);
        };
    }

    /** The key under which an equality filter finds its values. */
    Object key(AttributeDefinition attribute, ASN1OctetString assertion) {
        if (attribute.name().equals("objectCategory") && assertion.stringValue().indexOf('=') < 0) {
            String category = assertion.stringValue().toLowerCase(Locale.ROOT).equals("user")
                    ? "Person"
                    : assertion.stringValue();
            return attribute.syntax().key(new ASN1OctetString("CN=" + category + "," + names.schemaContext()));
        }
        return attribute.syntax().key(plain(attribute, assertion));
    }

    /** The value that a filter means by another form of it: a name by GUID, a security identifier in text. */
    private ASN1OctetString plain(AttributeDefinition attribute, ASN1OctetString assertion) {
        String text = assertion.stringValue();
        if (attribute.syntax() == AttributeSyntax.DN && text.startsWith("<")) {
            try {
                return new ASN1OctetString(names.resolve(text).entry().name().text());
            } catch (DirectoryRefusal nobody) {
                return assertion;
            }
        }
        byte[] sid = attribute.syntax() == AttributeSyntax.SID && text.startsWith("S-1-") ? SidText.parse(text) : null;
        return sid == null ? assertion : new ASN1OctetString(sid);
    }

    private List<EntryFilter> compile(Filter[] components) {
        return Arrays.stream(components).map(this::compile).toList();
    }

    private static EntryFilter all(List<EntryFilter> components) {
        return entry -> {
            Truth truth = Truth.TRUE;
            for (EntryFilter component : components) {
                Truth next = component.test(entry);
                if (next == Truth.FALSE) {
                    return Truth.FALSE;
                }
                truth = next == Truth.UNDEFINED ? Truth.UNDEFINED : truth;
            }
            return truth;
        };
    }

    private static EntryFilter any(List<EntryFilter> components) {
        return entry -> {
            Truth truth = Truth.FALSE;
            for (EntryFilter component : components) {
                Truth next = component.test(entry);
                if (next == Truth.TRUE) {
                    return Truth.TRUE;
                }
                truth = next == Truth.UNDEFINED ? Truth.UNDEFINED : truth;
            }
            return truth;
        };
    }

    private EntryFilter item(Filter filter) {
        AttributeDefinition attribute =
                filter.getAttributeName() == null ? null : schema.find(filter.getAttributeName());
        ASN1OctetString chained = filter.getRawAssertionValue();
        if (attribute != null && chained != null && ChainRule.OID.equals(filter.getMatchingRuleID())) {
            EntryFilter leading = chain.leadingTo(attribute, key(attribute, chained));
            return leading == null ? entry -> Truth.UNDEFINED : leading;
        }
        Predicate<ASN1OctetString> test = attribute == null ? null : valueTest(attribute, filter);
        if (attribute == null || test == null || attribute.access() == AttributeDefinition.Access.CONSTRUCTED) {
            return entry -> Truth.UNDEFINED;
        }
        return entry -> {
            Attribute values = links.get(entry, attribute);
            return Truth.of(
                    values != null && Arrays.stream(values.getRawValues()).anyMatch(test));
        };
    }

    private @Nullable Predicate<ASN1OctetString> valueTest(AttributeDefinition attribute, Filter filter) {
        AttributeSyntax syntax = attribute.syntax();
        ASN1OctetString given = filter.getRawAssertionValue();
        ASN1OctetString assertion = given == null ? new ASN1OctetString() : given;
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_PRESENCE -> value -> true;
            case Filter.FILTER_TYPE_EQUALITY, Filter.FILTER_TYPE_APPROXIMATE_MATCH -> {
                Object key = key(attribute, assertion);
                yield value -> syntax.key(value).equals(key);
            }
            case Filter.FILTER_TYPE_GREATER_OR_EQUAL -> ordered(syntax, assertion, sign -> sign >= 0);
            case Filter.FILTER_TYPE_LESS_OR_EQUAL -> ordered(syntax, assertion, sign -> sign <= 0);
            case Filter.FILTER_TYPE_SUBSTRING -> substring(filter);
            default -> bits(filter, syntax, assertion);
        };
    }

    private static @Nullable Predicate<ASN1OctetString> ordered(
            AttributeSyntax syntax, ASN1OctetString assertion, Predicate<Integer> wanted) {
        if (syntax.stored(assertion) == null) {
            return null;
        }
        Comparator<ASN1OctetString> order = syntax.order();
        return value -> wanted.test(order.compare(value, assertion));
    }

    private static Predicate<ASN1OctetString> substring(Filter filter) {
        String initial = fold(filter.getRawSubInitialValue());
        String end = fold(filter.getRawSubFinalValue());
        List<String> middle = Arrays.stream(filter.getRawSubAnyValues())
                .map(FilterCompiler::fold)
                .toList();
        return value -> {
            String text = fold(value);
            int at = initial.length();
            boolean found = text.startsWith(initial);
            for (String part : middle) {
                int next = text.indexOf(part, at);
                found &= next >= 0;
                at = next + part.length();
            }
            return found && text.length() - end.length() >= at && text.endsWith(end);
        };
    }

    private static @Nullable Predicate<ASN1OctetString> bits(
            Filter filter, AttributeSyntax syntax, ASN1OctetString assertion) {
        boolean number = syntax == AttributeSyntax.INTEGER || syntax == AttributeSyntax.LARGE;
        if (!number || !(syntax.key(assertion) instanceof Long mask)) {
            return null;
        }
        if (BITS_ALL.equals(filter.getMatchingRuleID())) {
            return value -> syntax.key(value) instanceof Long bits && (bits & mask) == mask;
        }
        if (BITS_ANY.equals(filter.getMatchingRuleID())) {
            return value -> syntax.key(value) instanceof Long bits && (bits & mask) != 0;
        }
        return null;
    }

    private static String fold(@Nullable ASN1OctetString value) {
        return value == null ? "" : value.stringValue().toLowerCase(Locale.ROOT);
    }
}
