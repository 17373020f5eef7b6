package dev.writeback.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** A command that is known and not there yet. */
@Command(description = "Comes with a later version.")
final class LaterCommand implements Callable<Integer> {

    private final Globals globals;
    private final String name;

    @Unmatched
    @SuppressWarnings("UnusedVariable") // whatever follows the name is passed over
    private List<String> arguments = new ArrayList<>();

    LaterCommand(Globals globals, String name) {
        this.globals = globals;
        this.name = name;
    }

    @Override
    public Integer call() {
        globals.output()
                .complain("%s comes with a later version; --help shows the commands that this one has".formatted(name));
        return ExitCode.USAGE.number();
    }
}
