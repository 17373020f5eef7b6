package dev.writeback.architecture.bad.engine;

import java.util.concurrent.ConcurrentLinkedQueue;

final class UsesQueue {
    final ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>();
}
