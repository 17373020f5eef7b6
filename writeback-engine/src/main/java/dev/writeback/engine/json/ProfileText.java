package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.writeback.engine.mapping.AddressPolicies;
import dev.writeback.engine.mapping.AddressPolicy;
import dev.writeback.engine.mapping.Clearing;
import dev.writeback.engine.mapping.Origin;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes profiles as documents that stand by themselves, a rule a line. */
final class ProfileText {

    private ProfileText() {}

    static String of(Profile profile) {
        String name = JsonValues.text(out -> out.writeString(profile.name()));
        return profile.rules().stream()
                .map(rule -> "    " + JsonValues.text(out -> write(out, rule)))
                .collect(Collectors.joining(
                        ",\n", "{\n  \"name\": %s,\n  \"rules\": [\n".formatted(name), "\n  ]\n}\n"));
    }

    private static void write(JsonGenerator out, Rule rule) throws IOException {
        out.writeStartObject();
        out.writeStringField("target", rule.target().value());
        String key = rule.origin() instanceof Origin.Computed ? "expression" : "source";
        out.writeStringField(key, rule.origin().toString());
        AuthorityJson.write(out, rule);
        if (rule.clearing() != Clearing.FLOWS) {
            out.writeBooleanField("clear", false);
        }
        if (!rule.addresses().equals(AddressPolicies.standard())) {
            write(out, rule.addresses());
        }
        if (rule.primaryOf().isPresent()) {
            out.writeStringField("primaryOf", rule.primaryOf().get().value());
        }
        out.writeEndObject();
    }

    /** In full, so that they are the same wherever they are read. */
    private static void write(JsonGenerator out, AddressPolicies addresses) throws IOException {
        out.writeObjectFieldStart("addresses");
        out.writeBooleanField("defaults", false);
        for (AddressPolicy policy : AddressPolicy.values()) {
            write(out, AddressesJson.word(policy), policy, addresses.prefixes());
            write(out, AddressesJson.word(policy) + "Domains", policy, addresses.domains());
        }
        out.writeStringField("others", AddressesJson.word(addresses.others()));
        if (addresses.x500From().isPresent()) {
            out.writeStringField("x500From", addresses.x500From().get().value());
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String key, AddressPolicy policy, Map<String, AddressPolicy> policies)
            throws IOException {
        if (!policies.containsValue(policy)) {
            return;
        }
        out.writeArrayFieldStart(key);
        for (Map.Entry<String, AddressPolicy> entry : policies.entrySet()) {
            if (entry.getValue() == policy) {
                out.writeString(entry.getKey());
            }
        }
        out.writeEndArray();
    }
}
