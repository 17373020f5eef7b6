package dev.writeback.agent;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Plans as LDIF change records (RFC 2849): the requests as they would be sent, one for each entry that is written. */
final class PlanLdif implements PlanView {

    private final Writer out;

    private PlanLdif(Writer out) {
        this.out = out;
    }

    /** Begins a file. */
    static PlanLdif to(Writer out) throws IOException {
        out.write("version: 1\n");
        return new PlanLdif(out);
    }

    @Override
    public void show(Plan plan) throws IOException {
        if (!plan.writes() || plan.entry().isEmpty()) {
            return;
        }
        List<Modification> importable = plan.decisions().stream()
                .filter(decision -> decision.disclosure() == Disclosure.OPEN)
                .flatMap(decision -> decision.modification().stream())
                .toList();
        out.write("\n");
        out.write("# object " + LdifLine.comment(plan.object().value()) + ", objectGUID "
                + plan.entry().get().guid() + "\n");
        for (AttributeDecision decision : plan.decisions()) {
            remark(decision);
        }
        if (importable.isEmpty()) {
            return;
        }
        out.write(LdifLine.of("dn", AttributeValue.text(plan.entry().get().dn().value())));
        out.write("changetype: modify\n");
        for (Modification change : importable) {
            write("delete", change, change.remove());
            write("add", change, change.add());
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Why an attribute is written and by which rule, and what is missing from the record, as comments. */
    private void remark(AttributeDecision decision) throws IOException {
        if (decision.writes()) {
            out.write(LdifLine.remark(decision.attribute() + ": " + decision.reason() + " ("
                    + decision.provenance().rule() + ")"));
        }
        if (decision.writes() && decision.disclosure() == Disclosure.REDACTED) {
            out.write(LdifLine.remark(
                    decision.attribute() + " is written by a run only, for its values are not to be seen"));
        }
        for (Omission omission : decision.omissions()) {
            out.write(LdifLine.remark(decision.attribute() + ": " + omission.sentence()));
        }
    }

    private void write(String what, Modification change, List<AttributeValue> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        out.write(what + ": " + change.attribute() + "\n");
        for (AttributeValue value : values) {
            out.write(LdifLine.of(change.attribute().value(), value));
        }
        out.write("-\n");
    }
}
