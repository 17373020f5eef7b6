package dev.writeback.ldap;

import dev.writeback.model.ObjectGuid;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Up to which update number a server has seen each other copy of the database: the value of {@code replUpToDateVector} of
 * a naming context ([MS-DRSR] 5, UPTODATE_VECTOR_V1_EXT and UPTODATE_VECTOR_V2_EXT).
 *
 * @param numbers by invocation id
 */
record UpToDateVector(Map<String, Long> numbers) {

    private static final int WITHOUT_TIMES = 1;
    private static final int WITH_TIMES = 2;
    private static final int MOST = 10_000;

    UpToDateVector {
        numbers = Map.copyOf(numbers);
    }

    /** Nothing is known of any copy. */
    static UpToDateVector empty() {
        return new UpToDateVector(Map.of());
    }

    /** The vector in these bytes; an empty one if they are none that is understood. */
    static UpToDateVector of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Long> numbers = new HashMap<>();
        try {
            int version = in.getInt();
            in.getInt();
            int count = in.getInt();
            in.getInt();
            if ((version != WITHOUT_TIMES && version != WITH_TIMES) || count < 0 || count > MOST) {
                return empty();
            }
            for (int i = 0; i < count; i++) {
                byte[] invocation = new byte[ObjectGuid.LENGTH];
                in.get(invocation);
                numbers.put(ObjectGuid.ofBytes(invocation).toString(), in.getLong());
                if (version == WITH_TIMES) {
                    in.getLong();
                }
            }
        } catch (BufferUnderflowException cutOff) {
            return empty();
        }
        return new UpToDateVector(numbers);
    }

    /** Up to which number it has seen that copy; nothing if it does not say. */
    OptionalLong seen(String invocation) {
        Long number = numbers.get(invocation);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
