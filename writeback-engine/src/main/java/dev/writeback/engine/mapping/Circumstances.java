package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.AcceptedDomains;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * What a mapping depends on besides the object: it comes in from outside, so that the same inputs give the same plan.
 *
 * @param now the time that expressions see; one instant for an object
 * @param random uniformly random 64 bits for expressions that ask for chance
 * @param references which entries other objects have
 * @param domains the domains that the organization may use; an address of another one is held back
 */
public record Circumstances(Instant now, LongSupplier random, References references, AcceptedDomains domains) {

    private static final Circumstances PLAIN =
            new Circumstances(Instant.EPOCH, () -> 0, References.none(), AcceptedDomains.all());

    /** No time, no chance, no references, every domain accepted: enough for rules that ask for none of them. */
    public static Circumstances plain() {
        return PLAIN;
    }

    /** These circumstances with other references. */
    public Circumstances with(References others) {
        return new Circumstances(now, random, others, domains);
    }
}
