package dev.writeback.engine.dotnet;

import java.text.Normalizer;

/** Letters without their marks. */
public final class Diacritics {

    private Diacritics() {}

    /**
     * The text with plain Latin letters instead of those with diacritics. Other scripts keep their marks; Latin letters
     * that are not made of a letter and a mark stay, except æ, ø, œ, ß, ł and ı. All of it comes out
     * composed (NFC).
     */
    public static String normalize(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return Normalizer.normalize(
                        plain(Normalizer.normalize(text, Normalizer.Form.NFD)), Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static String plain(String decomposed) {
        StringBuilder plain = new StringBuilder(decomposed.length() + 8);
        int i = 0;
        while (i < decomposed.length()) {
            int letter = decomposed.codePointAt(i);
            i += Character.charCount(letter);
            if (Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN) {
                int behindMarks = behindMarks(i, decomposed);
                append(letter, plain);
                i = behindMarks;
            } else {
                plain.appendCodePoint(letter);
            }
        }
        return plain.toString();
    }

    private static int behindMarks(int start, String text) {
        int end = start;
        while (end < text.length() && Character.getType(text.codePointAt(end)) == Character.NON_SPACING_MARK) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static void append(int letter, StringBuilder plain) {
        switch (letter) {
            case 'æ' -> plain.append("ae");
            case 'Æ' -> plain.append("AE");
            case 'ø' -> plain.append("oe");
            case 'Ø' -> plain.append("OE");
            case 'œ' -> plain.append("oe");
            case 'Œ' -> plain.append("OE");
            case 'ß' -> plain.append("ss");
            case 'ł' -> plain.append('l');
            case 'Ł' -> plain.append('L');
            case 'ı' -> plain.append('i');
            default -> plain.appendCodePoint(letter);
        }
    }
}
