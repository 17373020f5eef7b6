package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeValue;

/** Numbers of which some bits are the cloud's to say and others stay as the directory has them. */
final class FoundBits {

    private FoundBits() {}

    /** The wanted number and those bits of the present one; the wanted one alone if the present one is no number. */
    static AttributeValue over(AttributeValue wanted, AttributeValue present, long kept) {
        return joined(wanted, present, kept, -1);
    }

    /** The wanted number with those bits as the present one has them; as it is if the present one is no number. */
    static AttributeValue instead(AttributeValue wanted, AttributeValue present, long kept) {
        return joined(wanted, present, kept, ~kept);
    }

    private static AttributeValue joined(AttributeValue wanted, AttributeValue present, long kept, long stated) {
        try {
            long found = Long.parseLong(present.toString());
            long number = (Long.parseLong(wanted.toString()) & stated) | (found & kept);
            return AttributeValue.text(Long.toString(number));
        } catch (NumberFormatException notANumber) {
            return wanted;
        }
    }
}
