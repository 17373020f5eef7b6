package dev.writeback.architecture.bad.engine;

final class StartsThread extends Thread {}
