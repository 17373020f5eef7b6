package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import dev.writeback.model.AttributeName;
import dev.writeback.model.Dn;
import dev.writeback.testkit.fault.Touched;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request touches: attributes, and the entry that it names. */
final class RequestParts {

    private static final String OBJECT_GUID = "objectGUID";
    private static final int GUID_LENGTH = 16;

    private RequestParts() {}

    /**
     * The parts of a request; one.
     *
     * @param dn the name in the request; of a search that of its base
     * @param asked what else it says
     */
    static List<Touched> of(Directory directory, String dn, Touched asked) {
        Set<Object> names = new HashSet<>(asked.names());
        Dn.ifValid(dn).ifPresent(names::add);
        StoredEntry entry = directory.entry(dn);
        if (entry != null) {
            names.add(Dn.of(entry.name().text()));
            for (ASN1OctetString guid : entry.values(directory.schema().get(OBJECT_GUID))) {
                names.add(guid(guid));
            }
        }
        return List.of(new Touched(asked.attributes(), names));
    }

    static Touched nothing() {
        return attributes(Stream.of());
    }

    /** What a search asks for by name, and by. */
    static Touched sought(SearchRequestProtocolOp request) {
        List<Filter> filters = all(request.getFilter()).toList();
        Stream<String> by = filters.stream().flatMap(filter -> Stream.ofNullable(filter.getAttributeName()));
        Set<Object> ids = filters.stream()
                .filter(filter -> filter.getFilterType() == Filter.FILTER_TYPE_EQUALITY
                        && OBJECT_GUID.equalsIgnoreCase(filter.getAttributeName()))
                .flatMap(filter -> Stream.ofNullable(filter.getRawAssertionValue()))
                .filter(value -> value.getValueLength() == GUID_LENGTH)
                .map(RequestParts::guid)
                .collect(Collectors.toSet());
        return new Touched(
                attributes(Stream.concat(request.getAttributes().stream(), by)).attributes(), ids);
    }

    static Touched modified(List<Modification> modifications) {
        return attributes(modifications.stream().map(Modification::getAttributeName));
    }

    static Touched attributes(Stream<String> names) {
        Set<AttributeName> valid = names.map(name -> name.replaceFirst(";.*", ""))
                .filter(AttributeName::isValid)
                .map(AttributeName::of)
                .collect(Collectors.toSet());
        return new Touched(valid, Set.of());
    }

    private static Object guid(ASN1OctetString value) {
        return dev.writeback.model.ObjectGuid.ofBytes(value.getValue());
    }

    /** A filter and all that it is made of. */
    private static Stream<Filter> all(Filter filter) {
        Filter negated = filter.getNOTComponent();
        Stream<Filter> within = negated == null ? Stream.of(filter.getComponents()) : Stream.of(negated);
        return Stream.concat(Stream.of(filter), within.flatMap(RequestParts::all));
    }
}
