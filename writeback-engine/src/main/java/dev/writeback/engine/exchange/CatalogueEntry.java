package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of one directory attribute. Immutable.
 *
 * @param name its lDAPDisplayName
 * @param oid its attributeID; empty if it is not known
 * @param syntax how its values compare
 * @param arity how many values it may have
 * @param lower the least length or number ({@code rangeLower}); for text in UTF-16 units, for bytes in bytes
 * @param upper the greatest length or number ({@code rangeUpper}); in the same units
 * @param linkId its linkID, even for a forward link and odd for a back link; nothing if it is no link, or a link whose
 *     number is not known
 * @param linked whether it is a link, whose values do not count against an entry's limit
 * @param searchFlags its searchFlags; nothing if they are not known. Bit 0 says that it is indexed
 * @param globalCatalog whether the global catalog has it
 * @param property the property of Exchange Online that states it; empty if none does
 * @param alsoNamed further properties that state the same thing, best first
 * @param related properties that belong to the attribute, but whose values are not its own; they are known, not read
 * @param authority whether its authority moves to the cloud with the mailbox
 * @param writer who writes it back today
 * @param translation how a value of the cloud becomes one of the directory
 * @param profile the smallest built-in profile that has it; nothing if none has
 * @param fromMemory the columns of {@code attributes.csv} whose value no published document and no directory's schema
 *     confirms; {@code schema} stands for all that a schema says
 */
public record CatalogueEntry(
        AttributeName name,
        String oid,
        AttributeSyntax syntax,
        Arity arity,
        OptionalInt lower,
        OptionalInt upper,
        OptionalInt linkId,
        boolean linked,
        OptionalInt searchFlags,
        GlobalCatalog globalCatalog,
        String property,
        List<String> alsoNamed,
        List<String> related,
        Authority authority,
        Writer writer,
        Translation translation,
        Optional<BuiltIn> profile,
        Set<String> fromMemory) {

    public CatalogueEntry {
        alsoNamed = List.copyOf(alsoNamed);
        related = List.copyOf(related);
        fromMemory = Set.copyOf(fromMemory);
    }

    /** How many values an attribute may have. */
    public enum Arity {
        SINGLE,
        MULTI
    }

    /** Whether the global catalog has an attribute. */
    public enum GlobalCatalog {
        YES,
        NO,
        UNKNOWN
    }

    /** Whether the authority for an attribute moves when a mailbox becomes managed in the cloud. */
    public enum Authority {
        /** It moves to the cloud. */
        YES,
        /** It stays in the directory. */
        NO,
        /** Nobody says. */
        UNKNOWN,
        /** It never was in the directory. */
        CLOUD_ORIGINATED
    }

    /** Which of Microsoft's own jobs writes the attribute back. */
    public enum Writer {
        /** The writeback of cloud-managed mailboxes: the 24 attributes. */
        MAILBOX_WRITEBACK,
        /** The older Exchange hybrid writeback. */
        HYBRID_WRITEBACK,
        /** Neither. */
        NONE
    }

    /** The profiles that come with the library, the smaller first; a greater one has all of a smaller one. */
    public enum BuiltIn {
        EXCHANGE_ONLINE("exchange-online"),
        EXCHANGE_ONLINE_EXTENDED("exchange-online-extended");

        private final String profileName;

        BuiltIn(String profileName) {
            this.profileName = profileName;
        }

        /** The name that users give it by. */
        public String profileName() {
            return profileName;
        }
    }

    /** Whether a built-in profile writes the attribute. */
    public boolean isIn(BuiltIn builtIn) {
        return profile.isPresent() && profile.get().compareTo(builtIn) <= 0;
    }

    /** The properties that state the attribute, best first; empty if none does. */
    public List<String> properties() {
        return property.isEmpty()
                ? alsoNamed
                : Stream.concat(Stream.of(property), alsoNamed.stream()).toList();
    }

    /** Whether a search by the attribute has an index; no if it is not known. */
    public boolean isIndexed() {
        return (searchFlags.orElse(0) & 1) != 0;
    }

    /** Whether it is a back link, which the directory keeps itself and nobody writes. */
    public boolean isBackLink() {
        return linkId.isPresent() && linkId.getAsInt() % 2 != 0;
    }
}
