package dev.writeback.engine.expression;

import dev.writeback.engine.dotnet.DnComponent;
import dev.writeback.model.Dn;
import java.util.List;

/** Functions of names in a directory. */
final class DirectoryFunctions {

    static final List<Function> GROUP = List.of(
            Function.of("DNComponent", "dn, componentNumber", DirectoryFunctions::component),
            Function.of(
                    "CRef",
                    "value",
                    slots -> Texts.each(slots, (text, inputs) -> {
                        if (!Dn.isValid(text)) {
                            throw new Fault("takes a distinguished name for 'value', and this is none");
                        }
                        return Value.text(text);
                    })));

    private DirectoryFunctions() {}

    private static Body component(Slots slots) {
        Slots.Amount which = slots.number(1);
        return Texts.each(slots, (text, inputs) -> {
            long number = which.of(inputs);
            return DnComponent.of(text, number).match(Value::text, () -> Value.Missing.ABSENT, () -> {
                throw new Fault("takes a distinguished name for 'dn', and this is none");
            });
        });
    }
}
