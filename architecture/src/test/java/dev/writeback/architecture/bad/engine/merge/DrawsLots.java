package dev.writeback.architecture.bad.engine.merge;

import java.util.Random;
import java.util.UUID;

final class DrawsLots {
    final UUID id = UUID.randomUUID();
    final double number = Math.random();
    final Random random = new Random();
}
