package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Modifications that are sent over one connection without waiting for the answer to each. The server may carry them out in
 * any order (RFC 4511, section 3.1). For one thread, and once.
 */
final class Pipeline {

    /** So many on their way bring a server to its limit; more make each wait longer and nothing faster. */
    private static final int WINDOW = 4;

    /** Milliseconds between two looks whether the connection is still there. */
    private static final long LOOK = 100;

    private final LDAPConnection connection;
    private final List<ModifyRequest> requests;
    private final AtomicReferenceArray<LDAPResult> answers;
    private final long patience;
    private final Semaphore room = new Semaphore(WINDOW);
    private volatile boolean sound = true;

    Pipeline(LDAPConnection connection, List<ModifyRequest> requests) {
        this.connection = connection;
        this.requests = requests;
        this.answers = new AtomicReferenceArray<>(requests.size());
        this.patience = connection.getConnectionOptions().getResponseTimeoutMillis(OperationType.MODIFY);
    }

    /**
     * Sends what can be sent.
     *
     * @return the answers to those that were sent, one at least, in their order; there are fewer than requests if the
     *     connection is no longer good for the rest
     */
    List<LDAPResult> run() {
        int sent = 0;
        while (sent < requests.size() && hasRoom()) {
            if (!sound) {
                room.release();
                break;
            }
            send(sent++);
        }
        for (int answered = 0; answered < WINDOW && hasRoom(); answered++) {
            // Each permit is a request that is no longer on its way.
        }
        List<LDAPResult> told = new ArrayList<>(sent);
        for (int i = 0; i < sent; i++) {
            LDAPResult answer = answers.get(i);
            told.add(answer == null ? new LDAPResult(-1, ResultCode.TIMEOUT) : answer);
        }
        return told;
    }

    /** Whether the next answer on the connection will belong to the next request. */
    boolean isSound() {
        return sound;
    }

    private void send(int index) {
        ModifyRequest request = requests.get(index);
        // The wait for room limits the time; a timer for each request would cost more than the request.
        request.setResponseTimeoutMillis(0);
        try {
            var unused = connection.asyncModify(request, (id, answer) -> answered(index, answer));
        } catch (LDAPException failure) {
            answered(index, failure.toLDAPResult());
        }
    }

    private void answered(int index, LDAPResult heard) {
        // A server that takes its leave (RFC 4511, 4.4.1) gives a reason, which is no answer to what it was asked.
        boolean isAnswer = heard.getResultCode().equals(ResultCode.SUCCESS) || connection.isConnected();
        LDAPResult answer = isAnswer ? heard : lost(heard);
        if (answers.compareAndSet(index, null, answer)) {
            if (!answer.getResultCode().isConnectionUsable()) {
                sound = false;
            }
            room.release();
        }
    }

    private static LDAPResult lost(LDAPResult heard) {
        return new LDAPException(ResultCode.SERVER_DOWN, String.valueOf(heard.getDiagnosticMessage())).toLDAPResult();
    }

    /** Waits for an answer, even if it is interrupted: what is on its way cannot be called back. */
    private boolean hasRoom() {
        long looks = Math.max(1, patience / LOOK);
        boolean interrupted = false;
        boolean has = false;
        boolean mayCome = true;
        while (!has && mayCome) {
            // Of a request that is sent just when the connection is cut nobody is told: so that is looked for as well.
            mayCome = --looks > 0 && connection.isConnected();
            try {
                has = room.tryAcquire(LOOK, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!has) {
            sound = false;
        }
        return has;
    }
}
