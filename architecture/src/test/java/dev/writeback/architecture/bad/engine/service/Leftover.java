package dev.writeback.architecture.bad.engine.service;

final class Leftover {}
