package dev.writeback.testkit.arbitrary;

/**
 * A profile as a JSON document, {@code @ForAll ProfileDocument profile}. With {@link Ordinary} it can be used as it is,
 * by an engine that has a resolver called {@code hr}, which some rules name;
 * with {@link Hostile} it is cut off, misspelt, forbidden, or no JSON at all, and a reader refuses it or takes it, but never
 * fails in any other way.
 *
 * @param json the document; it extends a built-in profile or none
 */
public record ProfileDocument(String json) {

    /** The document. */
    @Override
    public String toString() {
        return json;
    }
}
