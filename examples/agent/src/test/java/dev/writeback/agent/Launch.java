package dev.writeback.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;

/** One command of the agent, run to its end in this process. */
record Launch(int exitCode, String out, String err) {

    static Launch of(String... arguments) {
        return in(Terminal.Kind.PIPE, Map.of(), arguments);
    }

    static Launch in(Terminal.Kind kind, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new PrintStream(out, false, UTF_8), new PrintStream(err, false, UTF_8), kind, environment);
        int exitCode = Agent.run(terminal, arguments);
        return new Launch(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}
