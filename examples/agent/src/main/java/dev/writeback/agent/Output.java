package dev.writeback.agent;

/** What a command prints: results on stdout, everything else on stderr. Safe for many threads. */
final class Output {

    /** How results are printed. */
    enum Form {
        /** For people. */
        TEXT,
        /** For programs. */
        JSON
    }

    /** How much is printed. */
    enum Volume {
        FULL,
        /** Only what failed, and what was asked for by name. */
        QUIET
    }

    private final Terminal terminal;
    private final Form form;
    private final Volume volume;
    private final Paint paint;
    private String transientLine = "";

    Output(Terminal terminal, Form form, Volume volume, Paint paint) {
        this.terminal = terminal;
        this.form = form;
        this.volume = volume;
        this.paint = paint;
    }

    Paint paint() {
        return paint;
    }

    boolean isJson() {
        return form == Form.JSON;
    }

    boolean isQuiet() {
        return volume == Volume.QUIET;
    }

    /** Whether a person sees lines change in place. */
    boolean showsProgress() {
        return terminal.kind() == Terminal.Kind.INTERACTIVE && !isQuiet();
    }

    /** A line that was asked for. */
    synchronized void result(String line) {
        clear();
        terminal.out().print(line + "\n");
    }

    /** A line for a person: on stdout, or on stderr where stdout is for programs; not at all where it is quiet. */
    synchronized void say(String line) {
        if (isQuiet()) {
            return;
        }
        clear();
        (isJson() ? terminal.err() : terminal.out()).print(line + "\n");
        terminal.out().flush();
    }

    /** A line that somebody must see. */
    synchronized void complain(String line) {
        clear();
        terminal.out().flush();
        terminal.err().print(line + "\n");
        terminal.err().flush();
    }

    /** A line that stands at the bottom until the next one of any kind. */
    synchronized void progress(String line) {
        clear();
        terminal.err().print(line);
        terminal.err().flush();
        transientLine = line;
    }

    /** Takes the progress away, and lets nothing wait in a buffer. */
    synchronized void flush() {
        clear();
        terminal.out().flush();
        terminal.err().flush();
    }

    private void clear() {
        if (!transientLine.isEmpty()) {
            terminal.err().print("\r" + " ".repeat(transientLine.length()) + "\r");
            transientLine = "";
        }
    }
}
