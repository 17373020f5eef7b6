package dev.writeback.engine.exchange;

import java.util.Collection;
import java.util.stream.Collectors;

/** What can be wrong with an address, by the names that Microsoft's checks of directories use. */
public enum AddressError {
    /** It is empty. */
    BLANK("Blank", "is empty"),
    /** It is longer than the attribute may hold. */
    LENGTH("Length", "is too long"),
    /** It holds a character that no address of its kind may hold. */
    CHARACTER("Character", "holds a space or another character that addresses of its kind may not hold"),
    /** The last label of its domain is no name that mail could be sent to. */
    TOP_LEVEL_DOMAIN("TopLevelDomain", "has a top-level domain that mail cannot be sent to"),
    /** The part behind the {@code @} is no domain. */
    DOMAIN_PART("DomainPart", "has a domain that is none"),
    /** The part before the {@code @} is empty, or not words of the allowed characters with single periods between. */
    LOCAL_PART("LocalPart", "has a part before the @ that is empty or holds what it may not hold"),
    /** Taking the wrong characters away does not make an address of it. */
    FORMAT("Format", "is not of the form name@domain or prefix:address");

    private final String code;
    private final String words;

    AddressError(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The name that Microsoft's checks use, such as {@code DomainPart}. */
    public String code() {
        return code;
    }

    /** What is wrong, in words that go on from "an address". */
    public String words() {
        return words;
    }

    /** What is wrong, in words that go on from "an address", each with its name; empty for no errors. */
    static String describe(Collection<AddressError> errors) {
        return errors.stream()
                .map(error -> "%s (%s)".formatted(error.words, error.code))
                .collect(Collectors.joining(", "));
    }
}
