package dev.writeback.engine.exchange;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/** What the two parts of an SMTP address may be: words of certain characters of ASCII with single periods between. */
final class SmtpPart {

    private static final int SHORTEST_TOP = 2;
    private static final int LONGEST_TOP = 17;
    private static final String LOCAL_MARKS = "!#$%&'*+/=?^_`{|}~-";

    /** Names that are reserved for networks without a way to the Internet. */
    private static final Set<String> PRIVATE = Set.of(
            "local",
            "localhost",
            "localdomain",
            "lan",
            "home",
            "corp",
            "internal",
            "intranet",
            "private",
            "invalid",
            "onion",
            "alt");

    private static final String[] PRIVATE_NAMES = PRIVATE.toArray(String[]::new);

    private SmtpPart() {}

    /**
     * Whether it is an address in which nothing is unusual: a short cut past the rules for most addresses. No says
     * nothing.
     */
    static boolean isPlain(String text, int start) {
        int at = -1;
        char before = '.';
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean mark = c == '@' || c == '.' || c == '-';
            if (c == '@' && at >= 0) {
                return false;
            } else if (c == '@') {
                at = i;
            }
            if (!isOfDomain(c) && !mark) {
                return false;
            }
            if (mark && (before == '.' || before == '-' || before == '@')) {
                return false;
            }
            before = c;
        }
        int top = text.lastIndexOf('.') + 1;
        return at > start && top > at + 2 && isRoutable(text, top);
    }

    /** Whether the last label is letters, and none of those that are reserved. */
    private static boolean isRoutable(String text, int top) {
        int length = text.length() - top;
        if (length < SHORTEST_TOP || length > LONGEST_TOP) {
            return false;
        }
        for (int i = top; i < text.length(); i++) {
            if (!isLetter(text.charAt(i))) {
                return false;
            }
        }
        for (String name : PRIVATE_NAMES) {
            if (name.length() == length && text.regionMatches(true, top, name, 0, length)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is words of letters, digits and marks. */
    static boolean isLocal(String part) {
        return areWords(part, SmtpPart::isOfLocal);
    }

    /** Whether it is labels that neither begin nor end with a hyphen, the last one 2 to 17 letters. */
    static boolean isDomain(String part) {
        int last = part.lastIndexOf('.');
        return last > 0
                && areWords(part, SmtpPart::isOfDomain)
                && isTop(part.substring(last + 1))
                && part.charAt(0) != '-'
                && !part.contains(".-")
                && !part.contains("-.");
    }

    /** Whether it has a last label of several, and mail cannot be sent to that. */
    static boolean isUnroutable(String domain) {
        int last = domain.lastIndexOf('.');
        String top = domain.substring(last + 1);
        return last >= 0 && !top.isEmpty() && (!isTop(top) || PRIVATE.contains(top.toLowerCase(Locale.ROOT)));
    }

    static String mendDomain(String part) {
        return strip(part, c -> c != '.' && !isOfDomain(c));
    }

    static String mendLocal(String part) {
        String mended = strip(part, c -> c != '.' && !isOfLocal(c));
        int end = mended.length();
        while (end > 0 && mended.charAt(end - 1) == '.') {
            end--;
        }
        return mended.substring(0, end);
    }

    /** The text without the characters that are unwanted; itself if it has none. */
    static String strip(String text, IntPredicate unwanted) {
        int first = 0;
        while (first < text.length() && !unwanted.test(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (!unwanted.test(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean areWords(String part, IntPredicate letter) {
        boolean inWord = false;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '.' ? !inWord : !letter.test(c)) {
                return false;
            }
            inWord = c != '.';
        }
        return inWord;
    }

    private static boolean isTop(String label) {
        return label.length() >= SHORTEST_TOP && label.length() <= LONGEST_TOP && areWords(label, SmtpPart::isLetter);
    }

    private static boolean isOfDomain(int c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
    }

    private static boolean isOfLocal(int c) {
        return isLetter(c) || (c >= '0' && c <= '9') || LOCAL_MARKS.indexOf(c) >= 0;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
