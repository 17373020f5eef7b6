package dev.writeback.ldap;

import java.util.List;

/** Which servers there are. Thread-safe. */
interface ServerList {

    /**
     * The servers, the one to prefer first; at least one. As long as they stay the same, so does the list.
     *
     * @throws DirectoryFailure if nobody can say
     */
    List<ServerAddress> addresses() throws DirectoryFailure;

    /** One of them could not be used: it may be one that was retired. */
    default void doubt() {}
}
