package dev.writeback.ldap;

/** The head of a security descriptor in its self-relative form ([MS-DTYP] 2.4.6). */
final class SecurityDescriptor {

    /** Revision, a filler, control, and four offsets. */
    static final int SHORTEST = 20;

    private static final int CONTROL = 2;
    private static final int DACL_PRESENT = 0x0004;
    private static final int DACL_PROTECTED = 0x1000;

    private SecurityDescriptor() {}

    /**
     * Whether the access control list takes nothing from above.
     *
     * @param bytes at least {@link #SHORTEST} of them
     */
    static boolean blocksInheritance(byte[] bytes) {
        int control = (bytes[CONTROL] & 0xff) | (bytes[CONTROL + 1] & 0xff) << Byte.SIZE;
        return (control & DACL_PRESENT) != 0 && (control & DACL_PROTECTED) != 0;
    }
}
