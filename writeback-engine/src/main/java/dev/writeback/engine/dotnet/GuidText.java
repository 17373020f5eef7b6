package dev.writeback.engine.dotnet;

import java.util.UUID;
import java.util.function.LongSupplier;

/** New GUIDs as text. */
public final class GuidText {

    private GuidText() {}

    /**
     * A random GUID (version 4): 36 characters in lower case, with hyphens, without braces.
     *
     * @param random gives 64 uniform bits at each call; two calls are made
     */
    public static String of(LongSupplier random) {
        long high = (random.getAsLong() & ~0xf000L) | 0x4000L;
        long low = (random.getAsLong() & ~(3L << 62)) | 1L << 63;
        return new UUID(high, low).toString();
    }
}
