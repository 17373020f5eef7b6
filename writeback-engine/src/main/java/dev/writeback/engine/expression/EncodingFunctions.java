package dev.writeback.engine.expression;

import dev.writeback.engine.dotnet.Base64Text;
import dev.writeback.engine.dotnet.InvalidSettingException;
import dev.writeback.engine.dotnet.SecurityIdentifierText;
import dev.writeback.engine.dotnet.TextEncoding;
import dev.writeback.engine.dotnet.Utf8Hex;
import java.util.List;

/** Functions of bytes and bits. */
final class EncodingFunctions {

    static final List<Function> GROUP = List.of(
            Function.of("ConvertToBase64", "source", EncodingFunctions::toBase64),
            Function.of("ConvertFromBase64", "source, encoding?", EncodingFunctions::fromBase64),
            Function.of(
                    "ConvertToUTF8Hex",
                    "source",
                    slots -> Texts.each(slots, (text, inputs) -> Value.text(Utf8Hex.of(text)))),
            Function.of("BitAnd", "value1, value2", EncodingFunctions::bits),
            Function.of("StringFromSid", "objectSid", EncodingFunctions::sid));

    private EncodingFunctions() {}

    private static Body toBase64(Slots slots) {
        return Texts.eachValue(
                slots,
                (value, inputs) -> Value.text(
                        value instanceof Value.Bytes bytes
                                ? bytes.octets().base64()
                                : Base64Text.encode(value.asText(slots.name(0)))));
    }

    private static Body fromBase64(Slots slots) {
        TextEncoding encoding = encoding(slots);
        return Texts.each(
                slots,
                (text, inputs) -> Base64Text.decode(text, encoding)
                        .map(Value::text)
                        .orElseThrow(() -> new Fault("takes base64 of a text in the encoding, and this is none")));
    }

    private static TextEncoding encoding(Slots slots) {
        if (!slots.isGiven(1)) {
            return TextEncoding.UNICODE;
        }
        try {
            return TextEncoding.named(slots.node(1) instanceof Keyword keyword ? keyword.word() : "");
        } catch (InvalidSettingException unknown) {
            throw slots.misuse(1, "is Unicode, ASCII or UTF8, without quotation marks");
        }
    }

    private static Body bits(Slots slots) {
        Slots.Amount second = slots.number(1);
        return inputs -> {
            Value first = slots.node(0).evaluate(inputs);
            if (first.isMissing()) {
                return first;
            }
            return new Value.Whole(first.asNumber(slots.name(0)) & second.of(inputs));
        };
    }

    private static Body sid(Slots slots) {
        return Texts.eachValue(slots, (value, inputs) -> {
            if (!(value instanceof Value.Bytes bytes)) {
                throw new Fault("takes the bytes of a security identifier for 'objectSid', and this is something else");
            }
            return SecurityIdentifierText.of(bytes.octets().bytes())
                    .map(Value::text)
                    .orElseThrow(() ->
                            new Fault("takes the bytes of a security identifier for 'objectSid', and these are none"));
        });
    }
}
