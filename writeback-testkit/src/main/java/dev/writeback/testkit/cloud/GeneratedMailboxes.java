package dev.writeback.testkit.cloud;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Any number of mailboxes that are made up: each is a function of the seed, its number and the cycle, so that millions of
 * them take no memory. Immutable.
 *
 * <pre>{@code
 * GeneratedMailboxes mailboxes = GeneratedMailboxes.of(1, 1_000_000).changing(0.01);
 * ScriptedCloud cloud = ScriptedCloud.empty().states(mailboxes);
 * ...
 * cloud.changes(mailboxes, 1);
 * }</pre>
 *
 * <p>Unless it is said otherwise, mailbox n belongs to the user n of a directory in memory that was made with {@code
 * users(count)}: its immutable id is that user's {@code mS-DS-ConsistencyGuid}.
 */
public final class GeneratedMailboxes {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int PAGE = 500;
    private static final double SHARE = 0.01;
    private static final int COST_CENTERS = 9_000;
    private static final int CLEARED = 10;
    private static final int HIDDEN = 20;
    private static final double MOST_NUMBERS = 1_000_000;
    private static final double SMALLEST = 1e-6;

    private final long seed;
    private final int count;
    private final double share;
    private final int page;
    private final String domain;
    private final IntFunction<? extends Anchor> anchors;

    private GeneratedMailboxes(
            long seed, int count, double share, int page, String domain, IntFunction<? extends Anchor> anchors) {
        this.seed = seed;
        this.count = count;
        this.share = share;
        this.page = page;
        this.domain = domain;
        this.anchors = anchors;
    }

    /**
     * So many mailboxes of the domain {@code corp.example}, of which a hundredth changes in each cycle, 500 on a page.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static GeneratedMailboxes of(long seed, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("there cannot be %d mailboxes; say 0 or more".formatted(count));
        }
        return new GeneratedMailboxes(seed, count, SHARE, PAGE, "corp.example", GeneratedMailboxes::ofUser);
    }

    /**
     * The same, of which another share changes in each cycle.
     *
     * @param part from 0 to 1
     */
    public GeneratedMailboxes changing(double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("the share is %s; it lies between 0 and 1".formatted(part));
        }
        return new GeneratedMailboxes(seed, count, part, page, domain, anchors);
    }

    /** The same, so many numbers to a page. */
    public GeneratedMailboxes perPage(int numbers) {
        if (numbers < 1) {
            throw new IllegalArgumentException("a page is of %d mailboxes; say 1 or more".formatted(numbers));
        }
        return new GeneratedMailboxes(seed, count, share, numbers, domain, anchors);
    }

    /** The same with addresses of this domain. */
    public GeneratedMailboxes inDomain(String name) {
        return new GeneratedMailboxes(seed, count, share, page, name, anchors);
    }

    /** The same, tied to entries by what this says of each number; it must always say the same. */
    public GeneratedMailboxes anchoredBy(IntFunction<? extends Anchor> anchorOf) {
        return new GeneratedMailboxes(seed, count, share, page, domain, anchorOf);
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /**
     * The id of a mailbox, a GUID.
     *
     * @throws IllegalArgumentException if there is no mailbox of this number, which is from 0 to below {@link #count}
     */
    public CloudObjectId id(int number) {
        checkNumber(number);
        SplittableRandom random = random(number, -1);
        return CloudObjectId.of(new UUID(random.nextLong(), random.nextLong()).toString());
    }

    /**
     * Whether a mailbox changes in a cycle; in cycle 0 each is stated.
     *
     * @throws IllegalArgumentException if there is no mailbox of this number, or the cycle is negative
     */
    public boolean isChanged(int number, int cycle) {
        checkNumber(number);
        checkCycle(cycle);
        return cycle == 0 || random(number, cycle).nextDouble() < share;
    }

    /**
     * What the cloud states of a mailbox in a cycle in which it changes, in the version that is the cycle and one.
     *
     * @throws IllegalArgumentException if there is no mailbox of this number, or the cycle is negative
     */
    public CloudChange change(int number, int cycle) {
        checkNumber(number);
        checkCycle(cycle);
        SplittableRandom random = random(number, cycle);
        // The first number decides whether it changes; what it says must not hang on that.
        random.nextDouble();
        String name = "user" + String.format(Locale.ROOT, "%06d", number);
        CloudMailbox mailbox = CloudMailbox.of(id(number).value())
                .version(cycle + 1L)
                .anchoredBy(anchors.apply(number))
                .stating("EmailAddresses", "SMTP:" + name + "@" + domain, "smtp:" + name + ".alias@" + domain)
                .stating("CustomAttribute1", "cost center " + (1_000 + random.nextInt(COST_CENTERS)))
                .stating("HiddenFromAddressListsEnabled", new AttributeValue.Flag(random.nextInt(HIDDEN) == 0));
        return (random.nextInt(CLEARED) == 0
                        ? mailbox.clearing("CustomAttribute2")
                        : mailbox.stating("CustomAttribute2", "cycle " + cycle))
                .change();
    }

    /**
     * What the cloud states in a cycle, one after the other.
     *
     * @throws IllegalArgumentException if the cycle is negative
     */
    public Stream<CloudChange> cycle(int cycle) {
        checkCycle(cycle);
        return changes(0, count, cycle);
    }

    /** The pages of a cycle, each made up when it is asked for. */
    List<Supplier<ScriptedPage>> pages(int cycle) {
        checkCycle(cycle);
        // As many changes to a page as an object states at first; the numbers between them cost little.
        int numbers = cycle == 0 ? page : (int) Math.min(MOST_NUMBERS, page / Math.max(share, SMALLEST));
        return IntStream.range(0, (int) ((count + numbers - 1L) / numbers))
                .<Supplier<ScriptedPage>>mapToObj(index -> () -> new ScriptedPage(
                        changes(index * numbers, (int) Math.min(count, (index + 1L) * numbers), cycle)
                                .toList(),
                        List.of()))
                .toList();
    }

    private Stream<CloudChange> changes(int from, int to, int cycle) {
        return IntStream.range(from, to)
                .filter(number -> isChanged(number, cycle))
                .mapToObj(number -> change(number, cycle));
    }

    private void checkNumber(int number) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException(
                    "there is no mailbox %d; there are %d, from 0 on".formatted(number, count));
        }
    }

    private static void checkCycle(int cycle) {
        if (cycle < 0) {
            throw new IllegalArgumentException("there is no cycle %d; the first is 0".formatted(cycle));
        }
    }

    private SplittableRandom random(int number, int cycle) {
        return new SplittableRandom(new SplittableRandom(seed ^ (number * GOLDEN)).nextLong() ^ (cycle * GOLDEN));
    }

    private static Anchor ofUser(int number) {
        byte[] name = ("consistency" + number).getBytes(StandardCharsets.UTF_8);
        return new Anchor.ImmutableId(new ObjectGuid(UUID.nameUUIDFromBytes(name)));
    }
}
