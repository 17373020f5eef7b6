package dev.writeback.agent;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the agent talks to.
 *
 * @param out for what was asked for
 * @param err for everything else
 * @param kind who looks at it
 * @param environment the variables of the environment
 */
record Terminal(PrintStream out, PrintStream err, Kind kind, Map<String, String> environment) {

    /** Who looks at the output. */
    enum Kind {
        /** A person, who sees lines change in place. */
        INTERACTIVE,
        /** A file or another program. */
        PIPE
    }

    Terminal {
        environment = Map.copyOf(environment);
    }

    /** What this process was started with; UTF-8 whatever the locale, since names in a directory are in every script. */
    static Terminal ofThisProcess() {
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err), lookedAtBy(), System.getenv());
    }

    /** Standard output for a document; it stays open when the document is closed. */
    Writer writer() {
        return new FilterWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("SystemConsoleNull") // From Java 22 on it is never null, and has a method that tells.
    private static Kind lookedAtBy() {
        Console console = System.console();
        if (console == null) {
            return Kind.PIPE;
        }
        try {
            Object terminal = Console.class.getMethod("isTerminal").invoke(console);
            return Boolean.TRUE.equals(terminal) ? Kind.INTERACTIVE : Kind.PIPE;
        } catch (NoSuchMethodException before22) {
            return Kind.INTERACTIVE;
        } catch (ReflectiveOperationException unknown) {
            return Kind.PIPE;
        }
    }
}
