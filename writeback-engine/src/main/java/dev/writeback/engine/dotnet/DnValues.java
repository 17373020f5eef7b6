package dev.writeback.engine.dotnet;

import dev.writeback.model.Dn;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Finds the values in a distinguished name. */
final class DnValues {

    private final String dn;
    private int at;

    DnValues(String dn) {
        this.dn = dn;
    }

    DnComponent component(long number) {
        if (!Dn.isValid(dn)) {
            return new DnComponent.Malformed();
        }
        for (long i = 1; i < number && at < dn.length(); i++) {
            skip(',');
        }
        return number < 1 || at >= dn.length() ? new DnComponent.Missing() : new DnComponent.Value(value());
    }

    /** Moves behind the next such character that is not escaped. */
    private void skip(char separator) {
        while (at < dn.length() && dn.charAt(at) != separator) {
            at += dn.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private String value() {
        skip('=');
        StringBuilder value = new StringBuilder();
        int length = 0;
        while (at < dn.length() && dn.charAt(at) != ',' && dn.charAt(at) != '+') {
            char c = dn.charAt(at);
            if (c == '\\') {
                escaped(value);
                length = value.length();
            } else {
                at++;
                if (c != ' ' || length > 0) {
                    value.append(c);
                }
                length = c == ' ' ? length : value.length();
            }
        }
        return value.substring(0, length);
    }

    private void escaped(StringBuilder value) {
        if (!isOctet(at)) {
            value.append(dn.charAt(at + 1));
            at += 2;
            return;
        }
        int end = at;
        while (isOctet(end)) {
            end += 3;
        }
        byte[] bytes = new byte[(end - at) / 3];
        for (int i = 0; i < bytes.length; i++, at += 3) {
            bytes[i] = (byte) HexFormat.fromHexDigits(dn, at + 1, at + 3);
        }
        value.append(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Whether a byte of UTF-8 stands here, as a backslash and two digits. */
    private boolean isOctet(int start) {
        return start + 2 < dn.length()
                && dn.charAt(start) == '\\'
                && HexFormat.isHexDigit(dn.charAt(start + 1))
                && HexFormat.isHexDigit(dn.charAt(start + 2));
    }
}
