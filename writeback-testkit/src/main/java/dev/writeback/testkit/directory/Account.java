package dev.writeback.testkit.directory;

/**
 * Somebody who may sign in.
 *
 * @param name the distinguished name
 * @param password the password, compared exactly
 * @param rights what the account may write
 */
record Account(EntryName name, String password, Rights rights) {

    /** The value of the entry's own component: the account name. */
    String shortName() {
        return name.rdn().getAttributeValues()[0];
    }

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
