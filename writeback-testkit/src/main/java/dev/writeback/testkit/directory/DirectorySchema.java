package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassType;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The attributes and classes of Active Directory with the Exchange extension, read from the module's resources. */
final class DirectorySchema {

    private static final class Holder {
        static final DirectorySchema INSTANCE = new DirectorySchema();
    }

    private final Schema ldap;
    private final Map<String, AttributeDefinition> byName = new HashMap<>();
    private final Map<String, AttributeDefinition> canonical = new LinkedHashMap<>();
    private final Map<Set<String>, Set<AttributeDefinition>> required = new ConcurrentHashMap<>();
    private final Map<Set<String>, Set<AttributeDefinition>> allowed = new ConcurrentHashMap<>();

    private DirectorySchema() {
        Schema merged = Schema.mergeSchemas(ldif("standalone.ldif"), ldif("active-directory.ldif"));
        ldap = Objects.requireNonNull(merged, "the merged schema");
        for (String line : text("attributes.tsv").split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                define(AttributeDefinition.of(line.split("\t", -1)));
            }
        }
    }

    /** The schema; read once per virtual machine and never changed. */
    static DirectorySchema activeDirectory() {
        return Holder.INSTANCE;
    }

    /** The schema as clients may read it. */
    Schema ldap() {
        return ldap;
    }

    /** The attribute of a name, in any case, or of an OID; null if there is none. */
    @Nullable
    AttributeDefinition find(String nameOrOid) {
        AttributeDefinition found = canonical.get(nameOrOid);
        return found == null ? byName.get(nameOrOid.toLowerCase(Locale.ROOT)) : found;
    }

    /** The attribute of a name that is known to exist. */
    AttributeDefinition get(String name) {
        AttributeDefinition definition = find(name);
        if (definition == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not an attribute of the directory's schema; use its lDAPDisplayName");
        }
        return definition;
    }

    Collection<AttributeDefinition> attributes() {
        return canonical.values();
    }

    @Nullable
    ObjectClassDefinition objectClass(String name) {
        return ldap.getObjectClass(name);
    }

    /** The classes and all their superior classes, general ones first; null if one is unknown or none is structural. */
    @Nullable
    List<String> withSuperiors(List<String> classes) {
        List<String> all = new ArrayList<>();
        boolean structural = false;
        for (String name : classes) {
            ObjectClassDefinition definition = objectClass(name);
            if (definition == null) {
                return null;
            }
            structural |= isStructural(name);
            addWithSuperiors(definition, all);
        }
        return structural ? all : null;
    }

    /** Whether entries are of this class in the first place. */
    boolean isStructural(String name) {
        ObjectClassDefinition definition = objectClass(name);
        return definition != null && definition.getObjectClassType(ldap) == ObjectClassType.STRUCTURAL;
    }

    private void addWithSuperiors(ObjectClassDefinition definition, List<String> all) {
        for (ObjectClassDefinition superior : definition.getSuperiorClasses(ldap, false)) {
            addWithSuperiors(superior, all);
        }
        if (!all.contains(definition.getNameOrOID())) {
            all.add(definition.getNameOrOID());
        }
    }

    /** The attributes that an entry of these classes must hold. */
    Set<AttributeDefinition> required(Set<String> classes) {
        return required.computeIfAbsent(
                classes, all -> collect(all, definition -> definition.getRequiredAttributes(ldap, true)));
    }

    /** The attributes that an entry of these classes may hold. */
    Set<AttributeDefinition> allowed(Set<String> classes) {
        return allowed.computeIfAbsent(
                classes,
                all -> collect(all, definition -> {
                    Set<AttributeTypeDefinition> types = new HashSet<>(definition.getRequiredAttributes(ldap, true));
                    types.addAll(definition.getOptionalAttributes(ldap, true));
                    return types;
                }));
    }

    private Set<AttributeDefinition> collect(
            Set<String> classes, Function<ObjectClassDefinition, Set<AttributeTypeDefinition>> types) {
        return classes.stream()
                .flatMap(name -> Stream.ofNullable(objectClass(name)))
                .flatMap(definition -> types.apply(definition).stream())
                .map(type -> get(type.getNameOrOID()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void define(AttributeDefinition definition) {
        canonical.put(definition.name(), definition);
        byName.put(definition.oid(), definition);
        byName.put(definition.name().toLowerCase(Locale.ROOT), definition);
    }

    private static Schema ldif(String resource) {
        try (InputStream in = open(resource)) {
            return Objects.requireNonNull(Schema.getSchema(in), resource);
        } catch (IOException | LDIFException broken) {
            throw new IllegalStateException(
                    "The resource " + resource + " of the testkit is not a schema in LDIF", broken);
        }
    }

    /** A resource of the module as text. */
    static String text(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The resource " + resource + " of the testkit cannot be read", broken);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = DirectorySchema.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The resource " + resource + " is missing in the jar of the testkit");
        }
        return in;
    }
}
