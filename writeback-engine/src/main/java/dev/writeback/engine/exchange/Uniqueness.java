package dev.writeback.engine.exchange;

/**
 * What follows where an address that is to be written is another entry's already. Exchange takes an address for that of one
 * recipient, and no directory sees to it: Active Directory keeps {@code proxyAddresses} and {@code mail} unique nowhere.
 */
public enum Uniqueness {
    /** The address is held back, and the object fails until nobody else has it; the rest of it is written. */
    REFUSE,
    /** The address is written, with a warning. */
    WARN,
    /** Nobody looks. */
    OFF
}
