package dev.writeback.engine.dotnet;

/** A text that a pattern may look at so many times, and then no more. */
final class GuardedText implements CharSequence {

    private final String text;
    private int looks;

    GuardedText(String text, int looks) {
        this.text = text;
        this.looks = looks;
    }

    @Override
    public char charAt(int index) {
        if (--looks < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Ends a match that has looked too often; never leaves this package. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super(null, null, false, false);
        }
    }
}
