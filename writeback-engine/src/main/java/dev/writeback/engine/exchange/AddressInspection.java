package dev.writeback.engine.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/** One address on its way through the rules: what is left of it, and what was wrong so far. Not for several threads. */
final class AddressInspection {

    private static final Set<String> X400_PREFIXES = Set.of("x400", "x500", "x.400", "x.500");

    private final String head;
    private final String prefix;
    private final boolean smtp;
    private String body;
    private List<AddressError> errors = List.of();

    private AddressInspection(String head, String prefix, String body) {
        this.head = head;
        this.prefix = prefix;
        this.smtp = prefix.equals("smtp");
        this.body = body;
    }

    /** A text that may have a prefix; without one it is an SMTP address. */
    static AddressInspection ofPrefixed(String text) {
        int colon = text.indexOf(':');
        String prefix = colon < 0 ? "smtp" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        int start = prefix.equals("smtp") ? colon + 1 : 0;
        return new AddressInspection(text.substring(0, start), prefix, text.substring(start));
    }

    /** A text that has no prefix, whatever colons it holds. */
    static AddressInspection ofPlain(String text) {
        return new AddressInspection("", "smtp", text);
    }

    boolean isSmtp() {
        return smtp;
    }

    /** Whether it is an X.400 or X.500 address, whose names may hold blanks. */
    boolean isX400() {
        return X400_PREFIXES.contains(prefix);
    }

    /** It may be so long, in UTF-16 units, with its prefix. */
    AddressInspection limit(int most) {
        if (head.length() + body.length() > most) {
            found(AddressError.LENGTH, body.substring(0, Math.max(0, most - head.length())));
        }
        return this;
    }

    /** It may not hold these; those of a prefix that is not SMTP's count. */
    AddressInspection without(IntPredicate forbidden) {
        return cleaned(SmtpPart.strip(body, forbidden));
    }

    /** It may hold no colon but the one behind the prefix. */
    AddressInspection withoutSecondColon() {
        int start = smtp ? 0 : body.indexOf(':') + 1;
        return body.indexOf(':', start) < 0
                ? this
                : cleaned(body.substring(0, start) + SmtpPart.strip(body.substring(start), c -> c == ':'));
    }

    AddressInspection withoutLeadingPeriod() {
        return body.startsWith(".") ? cleaned(body.substring(1)) : this;
    }

    /** It has what an address of its kind has. */
    AddressInspection address() {
        if (head.isEmpty() && body.isEmpty()) {
            found(AddressError.BLANK, body);
        } else if (smtp) {
            smtp();
        } else if (body.indexOf(':') <= 0
                || body.substring(body.indexOf(':') + 1).isBlank()) {
            found(AddressError.FORMAT, body);
        }
        return this;
    }

    /** What was wrong, in the order in which the rules came. */
    List<AddressError> errors() {
        return List.copyOf(errors);
    }

    private void smtp() {
        int at = body.lastIndexOf('@');
        String local = body.substring(0, Math.max(0, at));
        String domain = body.substring(at + 1);
        if (SmtpPart.isUnroutable(domain)) {
            found(AddressError.TOP_LEVEL_DOMAIN, body);
        }
        if (!SmtpPart.isDomain(domain)) {
            domain = SmtpPart.mendDomain(domain);
            found(AddressError.DOMAIN_PART, body);
        }
        if (!SmtpPart.isLocal(local)) {
            local = SmtpPart.mendLocal(local);
            found(AddressError.LOCAL_PART, body);
        }
        if (!SmtpPart.isDomain(domain) || !SmtpPart.isLocal(local)) {
            found(AddressError.FORMAT, body);
        }
    }

    private AddressInspection cleaned(String text) {
        if (text.length() != body.length()) {
            found(AddressError.CHARACTER, text);
        }
        return this;
    }

    private void found(AddressError error, String left) {
        if (!errors.contains(error)) {
            errors = new ArrayList<>(errors);
            errors.add(error);
        }
        body = left;
    }
}
