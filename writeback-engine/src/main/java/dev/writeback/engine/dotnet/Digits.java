package dev.writeback.engine.dotnet;

/** Numbers of a fixed width. */
final class Digits {

    private Digits() {}

    /** Appends a number that is not negative, with zeros in front up to the width. */
    static void append(int number, int width, StringBuilder text) {
        int shown = 1;
        for (int rest = number; rest >= 10; rest /= 10) {
            shown++;
        }
        for (; shown < width; shown++) {
            text.append('0');
        }
        text.append(number);
    }
}
