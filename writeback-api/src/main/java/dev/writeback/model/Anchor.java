package dev.writeback.model;

import java.util.regex.Pattern;

/**
 * What ties a cloud object to an entry. All anchors that an object has must lead to one and the same entry.
 */
public sealed interface Anchor {

    /** The kinds of anchor; an object has at most one of each. */
    enum Kind {
        IMMUTABLE_ID,
        EXTERNAL_DIRECTORY_OBJECT_ID,
        SECURITY_IDENTIFIER,
        DISTINGUISHED_NAME
    }

    /** {@code objectGUID} or {@code mS-DS-ConsistencyGuid} of the entry, whichever holds it. */
    record ImmutableId(ObjectGuid guid) implements Anchor {
        @Override
        public Kind kind() {
            return Kind.IMMUTABLE_ID;
        }

        @Override
        public String toString() {
            return "immutable id " + guid.toBase64();
        }
    }

    /** {@code msDS-ExternalDirectoryObjectId} of the entry, for instance {@code User_} and the object id. */
    record ExternalDirectoryObjectId(String value) implements Anchor {
        public ExternalDirectoryObjectId {
            if (value.isBlank()) {
                throw new IllegalArgumentException("an external directory object id is not empty");
            }
        }

        @Override
        public Kind kind() {
            return Kind.EXTERNAL_DIRECTORY_OBJECT_ID;
        }

        @Override
        public String toString() {
            return "external directory object id " + value;
        }
    }

    /** {@code objectSid} of the entry in its text form, {@code S-1-5-21-...}. */
    record SecurityIdentifier(String value) implements Anchor {
        private static final Pattern FORM = Pattern.compile("S-1-\\d{1,15}(-\\d{1,10}){1,15}");

        public SecurityIdentifier {
            if (!FORM.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "'%s' is not a security identifier, which reads like S-1-5-21-1-2-3-1104".formatted(value));
            }
        }

        @Override
        public Kind kind() {
            return Kind.SECURITY_IDENTIFIER;
        }

        @Override
        public String toString() {
            return "security identifier " + value;
        }
    }

    /** Where the entry was when the cloud last looked: only a hint, since entries are renamed and moved. */
    record DistinguishedName(Dn dn) implements Anchor {
        @Override
        public Kind kind() {
            return Kind.DISTINGUISHED_NAME;
        }

        @Override
        public String toString() {
            return "distinguished name " + dn;
        }
    }

    /** Which kind of anchor this is. */
    Kind kind();
}
