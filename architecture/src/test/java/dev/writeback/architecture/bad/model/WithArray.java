package dev.writeback.architecture.bad.model;

public record WithArray(byte[] bytes) {}
