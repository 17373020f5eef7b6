package dev.writeback.architecture.bad.engine;

import java.util.Timer;

final class StartsTimer extends Timer {}
