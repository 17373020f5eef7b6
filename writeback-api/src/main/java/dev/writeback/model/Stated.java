package dev.writeback.model;

/**
 * What was said, and how new that is.
 *
 * @param version when it was said
 * @param value what was said
 */
public record Stated<T>(Version version, T value) {

    /**
     * The newer of two statements. Of two with the same version that differ, the one that reads later in the alphabet
     * wins: any rule will do, if only it does not depend on which arrived first.
     */
    public static <T> Stated<T> newest(Stated<T> one, Stated<T> other) {
        int order = one.version.compareTo(other.version);
        if (order == 0) {
            order = one.value.toString().compareTo(other.value.toString());
        }
        return order >= 0 ? one : other;
    }
}
