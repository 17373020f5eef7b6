package dev.writeback.architecture.bad.engine.json;

import dev.writeback.architecture.bad.engine.run.Worker;

final class KnowsRun {
    Worker worker = new Worker();
}
