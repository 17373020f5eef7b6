package dev.writeback.engine.run;

import dev.writeback.model.ObjectGuid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ids of entries as a text, which is the same for the same ids. Of very many it is a digest, which tells that they are
 * others but not which.
 *
 * @param text as it is kept
 */
record IdSet(String text) {

    private static final String NONE = "-";
    private static final String DIGEST = "#";
    private static final int LENGTH = 22;

    /** The ids as they are, if there are at most so many. */
    static IdSet of(Collection<ObjectGuid> ids, int most) {
        String all = ids.stream().map(IdSet::word).distinct().sorted().collect(Collectors.joining());
        return new IdSet(ids.isEmpty() ? NONE : ids.size() <= most ? all : DIGEST + digest(all));
    }

    /** The ids; nothing if the text does not tell. */
    Optional<Set<ObjectGuid>> ids() {
        Set<ObjectGuid> ids = new HashSet<>();
        if (text.equals(NONE)) {
            return Optional.of(ids);
        }
        if (text.startsWith(DIGEST) || text.length() % LENGTH != 0) {
            return Optional.empty();
        }
        for (int from = 0; from < text.length(); from += LENGTH) {
            ids.add(ObjectGuid.ofBytes(Base64.getUrlDecoder().decode(text.substring(from, from + LENGTH))));
        }
        return Optional.of(ids);
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }

    private static String word(ObjectGuid id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.toBytes());
    }
}
