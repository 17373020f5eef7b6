package dev.writeback.architecture.bad.engine;

public final class FeedManager {
    public void run(Boolean quietly) {}
}
