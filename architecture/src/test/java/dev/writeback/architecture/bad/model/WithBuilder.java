package dev.writeback.architecture.bad.model;

public record WithBuilder(StringBuilder text) {}
