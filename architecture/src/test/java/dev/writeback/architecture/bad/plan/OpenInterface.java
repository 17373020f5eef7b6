package dev.writeback.architecture.bad.plan;

public interface OpenInterface {}
