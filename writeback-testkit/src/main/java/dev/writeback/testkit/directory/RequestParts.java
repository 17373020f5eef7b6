package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import dev.writeback.model.AttributeName;
import dev.writeback.model.Dn;
import dev.writeback.testkit.fault.Touched;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request touches: the entry that it names, and attributes. */
final class RequestParts {

    private RequestParts() {}

    /**
     * The parts of a request; one.
     *
     * @param dn the name in the request; of a search that of its base
     */
    static List<Touched> of(Directory directory, String dn, Collection<String> attributes) {
        Set<Object> names = new HashSet<>();
        Dn.ifValid(dn).ifPresent(names::add);
        StoredEntry entry = directory.entry(dn);
        if (entry != null) {
            names.add(Dn.of(entry.name().text()));
            for (ASN1OctetString guid : entry.values(directory.schema().get("objectGUID"))) {
                names.add(dev.writeback.model.ObjectGuid.ofBytes(guid.getValue()));
            }
        }
        Set<AttributeName> touched = attributes.stream()
                .map(name -> name.replaceFirst(";.*", ""))
                .filter(AttributeName::isValid)
                .map(AttributeName::of)
                .collect(Collectors.toSet());
        return List.of(new Touched(touched, names));
    }

    /** What a search asks for by name, and by. */
    static List<String> attributes(SearchRequestProtocolOp request) {
        return Stream.concat(request.getAttributes().stream(), names(request.getFilter()))
                .toList();
    }

    static List<String> attributes(List<Modification> modifications) {
        return modifications.stream().map(Modification::getAttributeName).toList();
    }

    private static Stream<String> names(Filter filter) {
        Filter negated = filter.getNOTComponent();
        Stream<Filter> within = negated == null ? Stream.of(filter.getComponents()) : Stream.of(negated);
        return Stream.concat(Stream.ofNullable(filter.getAttributeName()), within.flatMap(RequestParts::names));
    }
}
