package dev.writeback.architecture.bad.plan;

import dev.writeback.architecture.bad.spi.BigPort;

public record KnowsPort(BigPort port) {}
