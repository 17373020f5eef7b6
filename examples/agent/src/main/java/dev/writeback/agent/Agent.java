package dev.writeback.agent;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The agent: reads a feed and brings what it states to the directory. */
@Command(
        name = "writeback-agent",
        description = "Carries mailbox attributes managed in the cloud back into the directory.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Agent.Version.class,
        footer = {
            "",
            "Exit codes:",
            "  0  done, nothing failed",
            "  1  done, some objects failed",
            "  2  usage or configuration error",
            "  3  held until somebody approves or rejects",
            "  4  the source, the directory or the store cannot be reached"
        })
public final class Agent implements Runnable {

    private Agent() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        // Numbers and case folding must not depend on where the machine stands.
        Locale.setDefault(Locale.ROOT);
        Terminal terminal = Terminal.ofThisProcess();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            terminal.out().flush();
            terminal.err().print(fault(fault) + "\n");
            terminal.err().flush();
            Runtime.getRuntime().halt(ExitCode.UNREACHABLE.number());
        });
        System.exit(run(terminal, arguments));
    }

    /** Runs one command; returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        Globals globals = new Globals(terminal);
        CommandLine line = new CommandLine(new Agent());
        line.addMixin("globals", globals);
        commands(globals).forEach(line::addSubcommand);
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((wrong, ignored) -> usage(terminal, wrong));
        line.setExecutionExceptionHandler((fault, command, parsed) -> failed(globals, fault));
        int exitCode = line.execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return exitCode;
    }

    /** In the order in which the help shows them. */
    private static List<Callable<Integer>> commands(Globals globals) {
        return List.of(
                new CheckCommand(globals),
                new PlanCommand(globals),
                new ApplyCommand(globals),
                new RunCommand(globals),
                new ProvisionCommand(globals),
                new ReconcileCommand(globals),
                new DriftCommand(globals),
                new StatusCommand(globals),
                new RetryCommand(globals),
                new ApproveCommand(globals),
                new RejectCommand(globals),
                new UndoCommand(globals),
                new JournalCommand(globals),
                new ConflictsCommand(globals),
                new DecideCommand(globals),
                new ExplainCommand(globals));
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw Failure.usage("no command was given; see writeback-agent --help");
    }

    private static int usage(Terminal terminal, ParameterException wrong) {
        String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        List<String> near =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String hint = near.isEmpty() ? "see writeback-agent --help" : "did you mean %s?".formatted(near.get(0));
        terminal.err().print(message + "; " + hint + "\n");
        return ExitCode.USAGE.number();
    }

    private static int failed(Globals globals, Exception fault) {
        if (fault instanceof Failure failure) {
            globals.terminal().err().print(failure.line() + "\n");
            return failure.exitCode().number();
        }
        if (globals.debug()) {
            fault.printStackTrace(globals.terminal().err());
        } else {
            globals.terminal().err().print(fault(fault) + "\n");
        }
        return ExitCode.UNREACHABLE.number();
    }

    private static String fault(Throwable fault) {
        return "the agent itself failed with a %s; run it again with --debug and report what it prints"
                .formatted(fault.getClass().getSimpleName());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Agent.class.getPackage().getImplementationVersion();
            return new String[] {"writeback-agent " + (version == null ? "(not packaged)" : version)};
        }
    }
}
