package dev.writeback.testkit.fault;

import java.util.EnumSet;
import java.util.Set;

/** What a call may tell that it is about. */
enum Theme {
    ATTRIBUTE("attribute"),
    CLOUD_OBJECT("cloud object"),
    GUID("GUID"),
    DN("DN");

    private final String word;

    Theme(String word) {
        this.word = word;
    }

    /** What a call has parts of, see {@link Parts}. */
    static Set<Theme> of(Call call) {
        return switch (call) {
            case READ, LOOKUP, REPORT, ACCEPT, DELIVERED, ANNOUNCE -> EnumSet.allOf(Theme.class);
            case WRITE, WATCH, SEARCH, COMPARE, MODIFY -> EnumSet.of(ATTRIBUTE, GUID, DN);
            case RESOLVE -> EnumSet.of(ATTRIBUTE, CLOUD_OBJECT);
            case CHECK -> EnumSet.of(ATTRIBUTE);
            case KNOWN, CLAIM, SETTLE, REOPEN -> EnumSet.of(CLOUD_OBJECT);
            case HOLDINGS -> EnumSet.of(CLOUD_OBJECT, GUID);
            case ADD -> EnumSet.of(ATTRIBUTE, DN);
            case BIND, MODIFY_DN, DELETE -> EnumSet.of(GUID, DN);
            default -> EnumSet.noneOf(Theme.class);
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
