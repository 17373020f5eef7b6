package dev.writeback.architecture.bad.plan;

public record Outcome(String value) {}
