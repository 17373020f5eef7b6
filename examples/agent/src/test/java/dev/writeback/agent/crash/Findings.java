package dev.writeback.agent.crash;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, in sentences: the first ones of a kind, and how many there are. */
final class Findings {

    private static final int SHOWN = 10;

    private final List<String> sentences = new ArrayList<>();
    private int all;

    void add(String sentence, Object... arguments) {
        all++;
        if (all <= SHOWN) {
            sentences.add(sentence.formatted(arguments));
        } else if (all == SHOWN + 1) {
            sentences.add("");
        }
        if (all > SHOWN) {
            sentences.set(SHOWN, "and " + (all - SHOWN) + " more of the kind");
        }
    }

    List<String> sentences() {
        return sentences;
    }
}
