package dev.writeback.architecture.bad.engine.guard;

final class LogsToo {
    final java.util.logging.Logger log = java.util.logging.Logger.getLogger("bad");
}
