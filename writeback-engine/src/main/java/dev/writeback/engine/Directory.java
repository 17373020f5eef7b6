package dev.writeback.engine;

import dev.writeback.model.Dn;
import dev.writeback.spi.DirectorySink;

/**
 * One of several directories.
 *
 * @param name what people know it by; not empty, without a slash, a space or a line break
 * @param base below which entry its entries are, for instance a domain
 * @param sink the directory itself, which finds no entry elsewhere
 */
public record Directory(String name, Dn base, DirectorySink sink) {
    public Directory {
        boolean isWord = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c != '/' && c != '\u007f');
        if (!isWord) {
            throw new IllegalArgumentException(
                    "a directory is called '%s'; a name is one word without a slash, such as corp".formatted(name));
        }
    }

    /** The name and where it is, for a person. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(name, base);
    }
}
