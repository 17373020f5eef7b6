package dev.writeback.engine.exchange;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Domains as the domain name system tells them apart: by the ASCII form of their labels, without regard to case. A label
 * with other letters has the form of RFC 3492, {@code xn--} and what its Punycode is.
 */
final class DomainName {

    private static final String ACE = "xn--";
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int LONGEST = 63;
    private static final int ASCII = 0x80;

    private DomainName() {}

    /** The domain in its ASCII form, in lower case, without a period at its end. */
    static String fold(String domain) {
        String text = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        if (text.chars().allMatch(c -> c < ASCII)) {
            return lower(text);
        }
        StringBuilder folded = new StringBuilder(text.length() + ACE.length());
        for (String label : text.split("[.\u3002\uff0e\uff61]", -1)) {
            folded.append(folded.isEmpty() ? "" : ".");
            folded.append(isPlain(label) ? lower(label) : ACE + punycode(label));
        }
        return folded.toString();
    }

    /** Whether a label stays as it is: it has letters of ASCII only, or is longer than the domain name system takes. */
    private static boolean isPlain(String label) {
        return label.length() > LONGEST || label.chars().allMatch(c -> c < ASCII);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String punycode(String label) {
        int[] points = lower(Normalizer.normalize(label, Normalizer.Form.NFKC))
                .codePoints()
                .toArray();
        StringBuilder out = new StringBuilder();
        for (int point : points) {
            if (point < ASCII) {
                out.append((char) point);
            }
        }
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        encode(points, basic, out);
        return out.toString();
    }

    private static void encode(int[] points, int basic, StringBuilder out) {
        int bias = FIRST_BIAS;
        int delta = 0;
        int done = basic;
        for (int n = ASCII; done < points.length; n++) {
            int next = least(points, n);
            delta += (next - n) * (done + 1);
            n = next;
            for (int point : points) {
                if (point < n) {
                    delta++;
                } else if (point == n) {
                    digits(delta, bias, out);
                    bias = adapt(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }
            delta++;
        }
    }

    private static int least(int[] points, int from) {
        int least = Integer.MAX_VALUE;
        for (int point : points) {
            if (point >= from && point < least) {
                least = point;
            }
        }
        return least;
    }

    private static void digits(int delta, int bias, StringBuilder out) {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int t = Math.max(T_MIN, Math.min(T_MAX, k - bias));
            if (rest < t) {
                out.append(digit(rest));
                return;
            }
            out.append(digit(t + (rest - t) % (BASE - t)));
            rest = (rest - t) / (BASE - t);
        }
    }

    private static int adapt(int delta, int count, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / count;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < T_MAX ? 'a' + value : '0' + value - T_MAX);
    }
}
