package dev.writeback.architecture.bad.util;

final class Leftover {}
