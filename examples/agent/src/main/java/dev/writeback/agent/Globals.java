package dev.writeback.agent;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, before its name or after it. */
final class Globals {

    private static final String DEFAULT_CONFIG = "agent.json";

    private final Terminal terminal;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = DEFAULT_CONFIG,
            scope = ScopeType.INHERIT,
            description = "The configuration; ${DEFAULT-VALUE} by default.")
    private Path config = Path.of(DEFAULT_CONFIG);

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Machine-readable output on stdout, everything else on stderr.")
    private boolean json;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Print only what failed.")
    private boolean quiet;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colours on a terminal; the variable NO_COLOR says the same.")
    private boolean noColor;

    @Option(names = "--debug", scope = ScopeType.INHERIT, hidden = true)
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(names = "--version", versionHelp = true, scope = ScopeType.INHERIT, description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    Globals(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Standard output as text that stays open when whoever writes it closes it. */
    Writer stdout() {
        return new FilterWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    boolean debug() {
        return debug;
    }

    Output output() {
        boolean coloured = !noColor
                && terminal.environment().getOrDefault("NO_COLOR", "").isEmpty()
                && terminal.kind() == Terminal.Kind.INTERACTIVE;
        return new Output(
                terminal,
                json ? Output.Form.JSON : Output.Form.TEXT,
                quiet ? Output.Volume.QUIET : Output.Volume.FULL,
                coloured ? Paint.COLOURED : Paint.PLAIN);
    }

    /**
     * The configuration.
     *
     * @throws Failure if it cannot be used
     */
    Configuration configuration() {
        return ConfigurationReader.read(config);
    }

    /**
     * What every command but an explanation begins with.
     *
     * @throws Failure if the configuration cannot be used
     */
    Setting setting() {
        return new Setting(configuration(), output(), terminal, StoreDesk.Absence.MAKES_ONE);
    }

    /** Whether there is a configuration, or one was asked for. */
    boolean hasConfiguration() {
        return Files.exists(config) || !config.equals(Path.of(DEFAULT_CONFIG));
    }
}
