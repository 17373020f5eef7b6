package dev.writeback.agent;

import java.time.Duration;
import java.util.Optional;

/** Where the store is, and where the password is that opens it. */
sealed interface StorePlace {

    /**
     * An H2 database in a file, for one process at a time.
     *
     * @param url where it is
     * @param encryption the password that it is encrypted with; nothing if it is not
     */
    record InFile(StoreUrl url, Optional<Secret> encryption) implements StorePlace {}

    /**
     * A PostgreSQL database, which several agents may share.
     *
     * @param url what the driver is given; it holds neither user nor password
     * @param user whose tables they are; nothing for what the driver takes, which is the account of the process
     * @param password the user's; nothing if the server asks for none
     * @param lease for how long the others believe in an agent that they hear nothing of
     */
    record OnServer(String url, Optional<String> user, Optional<Secret> password, Duration lease)
            implements StorePlace {}
}
