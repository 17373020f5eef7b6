package dev.writeback.architecture.bad.spi;

public interface IPort {}
