package dev.writeback.architecture.bad.engine.merge;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

final class Locks {
    final ReentrantLock lock = new ReentrantLock();
    final AtomicLong count = new AtomicLong();
}
