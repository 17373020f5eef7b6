package dev.writeback.model;

/** The beginning of a text that somebody got wrong, as much of it as a message can bear. */
final class Excerpt {

    private static final int LONGEST = 200;

    private Excerpt() {}

    static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
