package dev.writeback.architecture.bad.unmarked;

final class Unmarked {}
