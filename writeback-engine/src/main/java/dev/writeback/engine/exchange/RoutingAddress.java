package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeValue;

/** Where mail is sent on to, as {@code targetAddress} has it: with a prefix, that of SMTP in capitals. */
final class RoutingAddress {

    private RoutingAddress() {}

    /** An SMTP address gets the prefix {@code SMTP:}, whether it had none or one of another case. */
    static AttributeValue prefixed(AttributeValue stated) {
        return stated instanceof AttributeValue.Text text
                ? ProxyAddress.parse(text.value()).promoted().value()
                : stated;
    }
}
