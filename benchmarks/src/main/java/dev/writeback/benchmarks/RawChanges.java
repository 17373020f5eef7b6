package dev.writeback.benchmarks;

import com.unboundid.ldap.sdk.AsyncResultListener;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The SDK alone, with values that are known beforehand: nothing is read, looked for, or kept. With a window of 0 each
 * request waits for its answer; with any other so many are on their way at once over each connection.
 */
final class RawChanges implements Contender {

    private final List<LDAPConnection> connections = new ArrayList<>();
    private final int window;
    private final String name;

    RawChanges(Target target, int number, int window) throws LDAPException {
        this(target, number, window, window == 0 ? "raw modifications" : "raw, %d on their way".formatted(window));
    }

    RawChanges(Target target, int number, int window, String name) throws LDAPException {
        this.window = window;
        this.name = name;
        for (int i = 0; i < number; i++) {
            connections.add(window == 0 ? target.connect() : target.connectAsync());
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** Brings entries to a state that is known, whatever theirs is. */
    void reset(List<Target.User> users, Change change) throws Exception {
        Lanes.run(connections.size(), lane -> {
            for (int i = lane; i < users.size(); i += connections.size()) {
                connections.get(lane).modify(users.get(i).dn(), change.unconditional());
            }
        });
    }

    @Override
    public void write(List<Target.User> users, Change change) throws Exception {
        Lanes.run(connections.size(), lane -> {
            if (window == 0) {
                oneByOne(connections.get(lane), users, lane, change);
            } else {
                pipelined(connections.get(lane), users, lane, change);
            }
        });
    }

    private void oneByOne(LDAPConnection connection, List<Target.User> users, int first, Change change)
            throws LDAPException {
        for (int i = first; i < users.size(); i += connections.size()) {
            connection.modify(users.get(i).dn(), change.conditional());
        }
    }

    private void pipelined(LDAPConnection connection, List<Target.User> users, int first, Change change)
            throws LDAPException, InterruptedException {
        Semaphore room = new Semaphore(window);
        AtomicInteger refused = new AtomicInteger();
        AsyncResultListener listener = (id, answer) -> {
            if (!answer.getResultCode().equals(ResultCode.SUCCESS)) {
                refused.incrementAndGet();
            }
            room.release();
        };
        for (int i = first; i < users.size(); i += connections.size()) {
            room.acquire();
            var unused = connection.asyncModify(new ModifyRequest(users.get(i).dn(), change.conditional()), listener);
        }
        room.acquire(window);
        if (refused.get() > 0) {
            throw new IllegalStateException("%d modifications were refused".formatted(refused.get()));
        }
    }

    @Override
    public void close() {
        connections.forEach(LDAPConnection::close);
    }
}
