package dev.writeback.architecture.bad.plan;

public record LogsToJdk(String value) {
    static final System.Logger LOG = System.getLogger("bad");
}
