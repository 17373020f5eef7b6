package dev.writeback.architecture.bad.jdbc;

final class AsksNanos {
    long now() {
        return System.nanoTime();
    }
}
