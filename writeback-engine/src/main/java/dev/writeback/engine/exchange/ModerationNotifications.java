package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeValue;
import java.util.Locale;

/**
 * Who hears that a moderator refused a message ({@code SendModerationNotifications}), as {@code msExchModerationFlags}
 * has it: 6 everybody, 2 senders of the own organization, 0 nobody. Bit 0 says something else, that nested moderation is
 * passed by, and stays as found. No published document has these numbers; they are from memory.
 */
final class ModerationNotifications {

    private static final long NESTED = 1;

    private ModerationNotifications() {}

    static AttributeValue number(AttributeValue stated) {
        return switch (stated.toString().toLowerCase(Locale.ROOT)) {
            case "always" -> AttributeValue.whole(6);
            case "internal" -> AttributeValue.whole(2);
            case "never" -> AttributeValue.whole(0);
            default -> stated;
        };
    }

    static AttributeValue keepingNested(AttributeValue wanted, AttributeValue present) {
        return FoundBits.instead(wanted, present, NESTED);
    }
}
