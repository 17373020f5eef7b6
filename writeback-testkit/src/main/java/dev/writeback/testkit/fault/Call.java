package dev.writeback.testkit.fault;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A call that may meet a fault: of a port, or a request to the directory in memory. */
public enum Call {
    /** {@link dev.writeback.spi.CloudSource#read}; it touches what is on the page. */
    READ(Port.SOURCE),
    /** {@link dev.writeback.spi.CloudSource#acceptedDomains}. */
    ACCEPTED_DOMAINS(Port.SOURCE),
    /** {@link dev.writeback.spi.CloudSource#mayHaveNews}. */
    MAY_HAVE_NEWS(Port.SOURCE),

    /** {@link dev.writeback.spi.DirectorySink#lookup}, many entries at once; it touches each by its anchors. */
    LOOKUP(Port.DIRECTORY),
    /** {@link dev.writeback.spi.DirectorySink#write}, and each write that {@code writeAll} is given. */
    WRITE(Port.DIRECTORY),
    /** {@link dev.writeback.spi.DirectorySink#check}. */
    CHECK(Port.DIRECTORY),
    /** {@link dev.writeback.spi.DirectorySink#holders}. */
    HOLDERS(Port.DIRECTORY),
    /** {@link dev.writeback.spi.DirectorySink#scope}. */
    SCOPE(Port.DIRECTORY),
    /** {@link dev.writeback.spi.DirectorySink#forest}. */
    FOREST(Port.DIRECTORY),
    /** {@link dev.writeback.spi.DirectorySink#mark}. */
    MARK(Port.DIRECTORY),
    /** {@link dev.writeback.spi.DirectoryWatch#read}; it touches what is on the page. */
    WATCH(Port.DIRECTORY),

    /** {@link dev.writeback.spi.StatusReporter#report}. */
    REPORT(Port.REPORTER),
    /** {@link dev.writeback.spi.ConflictResolver#resolve}. */
    RESOLVE(Port.RESOLVER),

    /** {@link dev.writeback.spi.Intake#cursor}. */
    CURSOR(Port.STORE),
    /** {@link dev.writeback.spi.Intake#accept}. */
    ACCEPT(Port.STORE),
    /** {@link dev.writeback.spi.Intake#known}. */
    KNOWN(Port.STORE),
    /** {@link dev.writeback.spi.WorkQueue#claim}; it touches what is claimed by name. */
    CLAIM(Port.STORE),
    /** {@link dev.writeback.spi.WorkQueue#settle}. */
    SETTLE(Port.STORE),
    /** {@link dev.writeback.spi.WorkQueue#reopen}. */
    REOPEN(Port.STORE),
    /** {@link dev.writeback.spi.WorkQueue#holds}. */
    HOLDS(Port.STORE),
    /** {@link dev.writeback.spi.Outbox#undelivered}. */
    UNDELIVERED(Port.STORE),
    /** {@link dev.writeback.spi.Outbox#delivered}. */
    DELIVERED(Port.STORE),
    /** {@link dev.writeback.spi.Journal#announce}. */
    ANNOUNCE(Port.STORE),
    /** {@link dev.writeback.spi.Journal#read}. */
    JOURNAL(Port.STORE),
    /** {@link dev.writeback.spi.Runs#keep}. */
    KEEP_RUN(Port.STORE),
    /** {@link dev.writeback.spi.Runs#newest} and {@link dev.writeback.spi.Runs#account}. */
    RUNS(Port.STORE),
    /** Every question to {@link dev.writeback.spi.Holdings}. */
    HOLDINGS(Port.STORE),

    /** A sign-in to the directory in memory. */
    BIND(Port.LDAP),
    /** A search in it, each page for itself. */
    SEARCH(Port.LDAP),
    /** A comparison in it. */
    COMPARE(Port.LDAP),
    /** An addition to it. */
    ADD(Port.LDAP),
    /** A modification of one of its entries. */
    MODIFY(Port.LDAP),
    /** A renaming or a move of one of its entries. */
    MODIFY_DN(Port.LDAP),
    /** A deletion of one of its entries. */
    DELETE(Port.LDAP),
    /** An extended operation of it. */
    EXTENDED(Port.LDAP);

    /** Whom a call is made to. */
    public enum Port {
        /** {@link dev.writeback.spi.CloudSource}. */
        SOURCE,
        /** {@link dev.writeback.spi.DirectorySink} and {@link dev.writeback.spi.DirectoryWatch}. */
        DIRECTORY,
        /** {@link dev.writeback.spi.StatusReporter}. */
        REPORTER,
        /** {@link dev.writeback.spi.ConflictResolver}. */
        RESOLVER,
        /** {@link dev.writeback.spi.WritebackStore} and its parts. */
        STORE,
        /** The directory in memory, over LDAP. */
        LDAP
    }

    private final Port port;

    Call(Port port) {
        this.port = port;
    }

    /** Whom it is made to. */
    public Port port() {
        return port;
    }

    /** All calls of a port. */
    public static Set<Call> of(Port port) {
        return Collections.unmodifiableSet(Arrays.stream(values())
                .filter(call -> call.port == port)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Call.class))));
    }
}
