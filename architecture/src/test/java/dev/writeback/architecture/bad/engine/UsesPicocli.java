package dev.writeback.architecture.bad.engine;

import picocli.CommandLine;

final class UsesPicocli {
    final CommandLine line = new CommandLine(this);
}
