package dev.writeback.architecture.bad.spi;

public interface SmallPort {
    void zero();
}
