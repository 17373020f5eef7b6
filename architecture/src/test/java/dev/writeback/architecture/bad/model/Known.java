package dev.writeback.architecture.bad.model;

public record Known(String value) {}
