package dev.writeback.agent;

import dev.writeback.engine.Writeback;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Every object, whether or not it changed. */
@Command(name = "reconcile", description = "Bring every object to what the authorities say, whether or not it changed.")
final class ReconcileCommand implements Callable<Integer> {

    private final Globals globals;

    ReconcileCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        return RunCommand.once(globals.setting(), Writeback::reconcile).number();
    }
}
