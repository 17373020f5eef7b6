package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import java.util.Collection;

/**
 * Names as they stand in columns that are searched. What not every database can hold (half of a surrogate pair, a control
 * character) is written as a backslash, a {@code u} and four hexadecimal digits, a backslash as two.
 */
final class Key {

    private Key() {}

    static String of(CloudObjectId id) {
        return of(id.value());
    }

    static String[] of(Collection<CloudObjectId> ids) {
        return ids.stream().distinct().map(Key::of).toArray(String[]::new);
    }

    static String of(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c != '\\' && c < '\u007f') ? text : escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder key = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point == '\\') {
                key.append("\\\\");
            } else if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
                key.append("\\u%04x".formatted(point));
            } else {
                key.appendCodePoint(point);
            }
        });
        return key.toString();
    }

    /** What an object is found by: equal for equal ids, and spread evenly. */
    static long hash(CloudObjectId id) {
        return hash(id.value());
    }

    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 29);
    }

    static Long[] hashes(Collection<CloudObjectId> ids) {
        return ids.stream().distinct().map(Key::hash).toArray(Long[]::new);
    }

    static CloudObjectId id(String key) {
        return CloudObjectId.of(text(key));
    }

    static String text(String key) {
        if (key.indexOf('\\') < 0) {
            return key;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (key.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(key.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append('\\');
                i++;
            }
        }
        return text.toString();
    }
}
