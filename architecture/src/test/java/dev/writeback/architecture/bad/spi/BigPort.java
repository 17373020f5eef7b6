package dev.writeback.architecture.bad.spi;

public interface BigPort extends SmallPort {
    void one();

    void two();

    void three();
}
