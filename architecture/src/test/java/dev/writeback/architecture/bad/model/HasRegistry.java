package dev.writeback.architecture.bad.model;

public record HasRegistry(String value) {
    static String last = "";
}
