package dev.writeback.architecture.bad.engine.guard;

final class RunsThread {
    void run(Runnable work) {
        new Thread(work).start();
    }
}
