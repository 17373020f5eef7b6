package dev.writeback.architecture.bad.engine.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

public final class Worker {
    public void rest() throws InterruptedException {
        Thread.sleep(1);
    }

    public void restToo() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }

    public void park() {
        LockSupport.parkNanos(1);
    }
}
