package dev.writeback.architecture.bad.engine;

final class SinkUtils {
    static final class Helper {}
}
