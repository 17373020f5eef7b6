package dev.writeback.architecture.bad.engine;

final class StoreImpl {}
