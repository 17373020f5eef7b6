package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** What the server itself writes: update sequence numbers, times, object GUIDs and security identifiers. */
final class ChangeStamps {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'.0Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SUB_AUTHORITIES = 5;
    private static final int SUBAUTHORITY_OF_DOMAINS = 21;
    private static final long FIRST_OF_SCHEMA = 4_096;
    private static final long FIRST = 12_288;

    /** The last time shown; formatting one costs as much as the rest of a small modification. */
    private record Shown(long second, String text) {}

    private final InstantSource clock;
    private final long seed;
    private final Random random;
    private final AtomicLong usn;
    private final int[] domain;
    private final AttributeDefinition usnCreated;
    private final AttributeDefinition usnChanged;
    private final AttributeDefinition whenCreated;
    private final AttributeDefinition whenChanged;
    private volatile Shown shown = new Shown(0, "19700101000000.0Z");
    private int nextRid = 1103;

    ChangeStamps(DirectorySchema schema, InstantSource clock, long seed) {
        this(schema, clock, seed, FIRST);
    }

    private ChangeStamps(DirectorySchema schema, InstantSource clock, long seed, long last) {
        this.usn = new AtomicLong(last);
        this.clock = clock;
        this.seed = seed;
        this.random = new Random(seed);
        this.domain = new int[] {random.nextInt(), random.nextInt(), random.nextInt()};
        usnCreated = schema.get("uSNCreated");
        usnChanged = schema.get("uSNChanged");
        whenCreated = schema.get("whenCreated");
        whenChanged = schema.get("whenChanged");
    }

    /** The stamps of the schema, which is older than everything else: all of their numbers are below the others. */
    static ChangeStamps ofSchema(DirectorySchema schema, InstantSource clock) {
        return new ChangeStamps(schema, clock, 0, FIRST_OF_SCHEMA);
    }

    long highestUsn() {
        return usn.get();
    }

    String now() {
        long second = clock.instant().getEpochSecond();
        Shown last = shown;
        if (last.second() != second) {
            last = new Shown(second, TIME.format(Instant.ofEpochSecond(second)));
            shown = last;
        }
        return last.text();
    }

    ChangeMarks.Mark created(Map<AttributeDefinition, Attribute> attributes) {
        long next = usn.incrementAndGet();
        String number = Long.toString(next);
        String time = now();
        put(attributes, usnCreated, number);
        put(attributes, usnChanged, number);
        put(attributes, whenCreated, time);
        put(attributes, whenChanged, time);
        return new ChangeMarks.Mark(1, next, shown.second());
    }

    ChangeMarks.Mark changed(Map<AttributeDefinition, Attribute> attributes) {
        long next = usn.incrementAndGet();
        put(attributes, usnChanged, Long.toString(next));
        put(attributes, whenChanged, now());
        return new ChangeMarks.Mark(1, next, shown.second());
    }

    /** From here on identifiers are those of additions: whatever the server itself brings, theirs are always the same. */
    void beginAdditions() {
        random.setSeed(~seed);
    }

    byte[] nextGuid() {
        byte[] guid = new byte[16];
        random.nextBytes(guid);
        // The bits of a random UUID (RFC 9562, version 4), at their places in the little-endian form.
        guid[7] = (byte) ((guid[7] & 0x0f) | 0x40);
        guid[8] = (byte) ((guid[8] & 0x3f) | 0x80);
        return guid;
    }

    byte[] nextSid() {
        return sid(nextRid++);
    }

    /** The identifier of one of the accounts that every domain has. */
    byte[] sid(int relativeId) {
        ByteBuffer sid = ByteBuffer.allocate(8 + 4 * SUB_AUTHORITIES);
        sid.put((byte) 1).put((byte) SUB_AUTHORITIES).put(new byte[] {0, 0, 0, 0, 0, 5});
        sid.order(ByteOrder.LITTLE_ENDIAN).putInt(SUBAUTHORITY_OF_DOMAINS);
        for (int part : domain) {
            sid.putInt(part);
        }
        return sid.putInt(relativeId).array();
    }

    private static void put(
            Map<AttributeDefinition, Attribute> attributes, AttributeDefinition attribute, String value) {
        attributes.put(attribute, StoredEntry.attribute(attribute, List.of(new ASN1OctetString(value))));
    }
}
