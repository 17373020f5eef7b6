package dev.writeback.agent;

/** Colours, or none. */
enum Paint {
    COLOURED,
    PLAIN;

    String red(String text) {
        return in("31", text);
    }

    String green(String text) {
        return in("32", text);
    }

    String yellow(String text) {
        return in("33", text);
    }

    String bold(String text) {
        return in("1", text);
    }

    String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
