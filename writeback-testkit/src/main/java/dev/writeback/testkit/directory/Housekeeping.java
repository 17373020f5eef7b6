package dev.writeback.testkit.directory;

/**
 * What a domain controller does by itself now and then, and this one when a test asks for it; get it from {@link
 * InMemoryActiveDirectory#housekeeping()}. Thread-safe.
 */
public final class Housekeeping {

    private final AdminProtection protection;

    Housekeeping(Directory directory) {
        this.protection = new AdminProtection(directory);
    }

    /**
     * Protects administrators, as SDProp does once an hour ([MS-ADTS] 3.1.1.6.1): Domain Admins, Enterprise Admins, Schema
     * Admins and Administrators get {@code adminCount} 1, and so do their members and the members of these. Whoever is a
     * member no longer keeps it, as in Active Directory.
     */
    public void protectAdministrators() {
        protection.propagate();
    }
}
