package dev.writeback.engine.simulation;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.List;
import java.util.Locale;

/** What the two writers of a history write: what the cloud calls it and what the directory does. */
enum Field {
    /** One text, of which the cloud is the authority. */
    TEXT("CustomAttribute1", "extensionAttribute1", AttributeSyntax.CASE_IGNORE),
    /** One text, of which the history's own authority decides. */
    OTHER("CustomAttribute2", "extensionAttribute2", AttributeSyntax.CASE_IGNORE),
    /** Several texts. */
    LIST("ExtensionCustomAttribute1", "msExchExtensionCustomAttribute1", AttributeSyntax.CASE_IGNORE),
    /** Addresses, of which one is the primary. */
    ADDRESSES("EmailAddresses", "proxyAddresses", AttributeSyntax.ADDRESS),
    /** Whether the cloud manages the object; the directory does not have it. */
    MANAGED("IsExchangeCloudManaged", "", AttributeSyntax.BOOLEAN),
    /** What no profile mentions; the cloud does not have it. */
    NOTE("", "description", AttributeSyntax.CASE_IGNORE);

    /** What flows from the cloud to the directory. */
    static final List<Field> FLOWING = List.of(TEXT, OTHER, LIST, ADDRESSES);

    private final String source;
    private final AttributeName inCloud;
    private final AttributeName inDirectory;
    private final AttributeSyntax syntax;

    Field(String inCloud, String inDirectory, AttributeSyntax syntax) {
        this.source = inCloud;
        this.inCloud = AttributeName.of(inCloud.isEmpty() ? inDirectory : inCloud);
        this.inDirectory = AttributeName.of(inDirectory.isEmpty() ? inCloud : inDirectory);
        this.syntax = syntax;
    }

    AttributeName cloud() {
        return inCloud;
    }

    AttributeName directory() {
        return inDirectory;
    }

    AttributeSyntax syntax() {
        return syntax;
    }

    String source() {
        return source;
    }

    boolean takesMany() {
        return this == LIST || this == ADDRESSES;
    }

    /** Values as the cloud and the directory hold them. */
    List<AttributeValue> values(List<String> texts) {
        return texts.stream()
                .<AttributeValue>map(text -> this == MANAGED
                        ? new AttributeValue.Flag(Boolean.parseBoolean(text))
                        : AttributeValue.text(text))
                .toList();
    }

    static Field named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
