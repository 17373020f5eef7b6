package dev.writeback.engine.dotnet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A recipe for random texts of one length, out of digits, punctuation, capitals and small letters of ASCII.
 *
 * <p>A value; safe to share between threads.
 */
public final class RandomText {

    private static final int LONGEST = 256;
    private static final int DRAWS = 100;

    private final int length;
    private final List<Portion> portions;
    private final String rest;

    private RandomText(int length, List<Portion> portions, String rest) {
        this.length = length;
        this.portions = List.copyOf(portions);
        this.rest = rest;
    }

    /**
     * A recipe. What the least numbers leave open comes from the kinds with a least number above zero, or from all kinds
     * if there is none.
     *
     * @param length of the texts, 0 to 256
     * @param digits how many digits at least
     * @param special how many of the printable ASCII characters that are neither letters nor digits nor the blank
     * @param capitals how many capitals
     * @param small how many small letters
     * @param avoid characters that never occur; may be empty
     * @throws InvalidSettingException if no text is like this
     */
    public static RandomText of(long length, long digits, long special, long capitals, long small, String avoid) {
        if (length < 0 || length > LONGEST) {
            throw new InvalidSettingException("the length is a number from 0 to 256");
        }
        List<Portion> all = List.of(
                portion("digits", digits, "0123456789", avoid),
                portion("special characters", special, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", avoid),
                portion("capitals", capitals, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", avoid),
                portion("small letters", small, "abcdefghijklmnopqrstuvwxyz", avoid));
        if (digits + special + capitals + small > length) {
            throw new InvalidSettingException(
                    "the least numbers of digits, special characters, capitals and small letters"
                            + " together are at most the length");
        }
        List<Portion> required = new ArrayList<>(all);
        required.removeIf(portion -> portion.least() == 0);
        StringBuilder rest = new StringBuilder();
        (required.isEmpty() ? all : required).forEach(portion -> rest.append(portion.alphabet()));
        if (length > 0 && rest.length() == 0) {
            throw new InvalidSettingException("the characters to avoid leave none to choose from");
        }
        return new RandomText((int) length, required, rest.toString());
    }

    /**
     * A text by this recipe.
     *
     * @param random gives 64 uniform bits at each call
     * @throws IllegalStateException if it always gives the same
     */
    public String draw(LongSupplier random) {
        char[] text = new char[length];
        int drawn = 0;
        for (Portion portion : portions) {
            for (int i = 0; i < portion.least(); i++) {
                text[drawn++] = any(portion.alphabet(), random);
            }
        }
        while (drawn < length) {
            text[drawn++] = any(rest, random);
        }
        for (int i = length - 1; i > 0; i--) {
            int other = below(i + 1, random);
            char c = text[i];
            text[i] = text[other];
            text[other] = c;
        }
        return new String(text);
    }

    private static Portion portion(String kind, long least, String characters, String avoid) {
        if (least < 0 || least > LONGEST) {
            throw new InvalidSettingException("the least number of %s is from 0 to 256".formatted(kind));
        }
        StringBuilder alphabet = new StringBuilder();
        for (int i = 0; i < characters.length(); i++) {
            if (avoid.indexOf(characters.charAt(i)) < 0) {
                alphabet.append(characters.charAt(i));
            }
        }
        if (least > 0 && alphabet.length() == 0) {
            throw new InvalidSettingException(
                    "%s are required and all of them are to be avoided; allow some".formatted(kind));
        }
        return new Portion((int) least, alphabet.toString());
    }

    private static char any(String alphabet, LongSupplier random) {
        return alphabet.charAt(below(alphabet.length(), random));
    }

    /** A uniform number below the bound: what the last, incomplete run of remainders gives is drawn again. */
    private static int below(int bound, LongSupplier random) {
        for (int i = 0; i < DRAWS; i++) {
            long bits = random.getAsLong() >>> 1;
            long number = bits % bound;
            if (bits - number + (bound - 1) >= 0) {
                return (int) number;
            }
        }
        throw new IllegalStateException("the source of random numbers is not random");
    }

    private record Portion(int least, String alphabet) {}
}
