package dev.writeback.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The first few of many blocks of lines, so that neither a screen nor the memory is flooded. */
final class Excerpt {

    private static final int MOST = 40;

    private final List<List<String>> blocks = new ArrayList<>();
    private int more;

    /** One more; asked for its lines only if they are shown. */
    void add(Supplier<List<String>> lines) {
        if (blocks.size() < MOST) {
            blocks.add(lines.get());
        } else {
            more++;
        }
    }

    /** Prints them below a title; nothing if there is none. */
    void print(Output output, String title) {
        if (blocks.isEmpty()) {
            return;
        }
        output.result("");
        output.result(title + ":");
        blocks.forEach(lines -> lines.forEach(output::result));
        if (more > 0) {
            output.result("and %d more; --json shows all".formatted(more));
        }
    }
}
