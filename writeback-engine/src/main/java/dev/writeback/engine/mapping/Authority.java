package dev.writeback.engine.mapping;

import java.util.Locale;
import java.util.Optional;

/**
 * Who wins for an attribute.
 *
 * @param kind how that is found
 * @param resolver the name of the host's resolver; there is one if the kind is {@link Kind#RESOLVER}, and only then
 */
public record Authority(Kind kind, Optional<String> resolver) {

    /** How it is found who wins. */
    public enum Kind {
        /** The cloud wins. */
        CLOUD,
        /** The directory wins: its values are never changed. */
        DIRECTORY,
        /** Whoever changed it last wins. */
        NEWEST,
        /** A person decides each conflict. */
        MANUAL,
        /** The host decides each conflict. */
        RESOLVER
    }

    /** The cloud: what it states is written. This is the default. */
    public static final Authority CLOUD = new Authority(Kind.CLOUD, Optional.empty());

    /** The directory: its values are never changed; where they differ, that is reported. */
    public static final Authority DIRECTORY = new Authority(Kind.DIRECTORY, Optional.empty());

    /** The side that changed it last; the cloud if that cannot be told. */
    public static final Authority NEWEST = new Authority(Kind.NEWEST, Optional.empty());

    /** A person: a conflict waits, with both values, until somebody decides. */
    public static final Authority MANUAL = new Authority(Kind.MANUAL, Optional.empty());

    public Authority {
        if (resolver.isPresent() != (kind == Kind.RESOLVER)) {
            throw new IllegalArgumentException("an authority names a resolver if it is one, and only then");
        }
        if (resolver.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("the name of a resolver is not empty");
        }
    }

    /** The resolver that the host registers under this name. */
    public static Authority resolver(String name) {
        return new Authority(Kind.RESOLVER, Optional.of(name));
    }

    /** {@code cloud}, or {@code resolver hr}. */
    @Override
    public String toString() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return resolver.map(name -> word + ' ' + name).orElse(word);
    }
}
