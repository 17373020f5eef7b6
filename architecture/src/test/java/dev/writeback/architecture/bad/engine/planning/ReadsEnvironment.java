package dev.writeback.architecture.bad.engine.planning;

final class ReadsEnvironment {
    final String home = System.getenv("HOME");
}
