package dev.writeback.engine.json;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans and statuses to write as JSON. */
final class Samples {

    static final CloudObjectId ADA = CloudObjectId.of("5f0e8b1c-1a53-4ef5-9f0a-0d3c5f5d7a01");
    static final EntryId ENTRY = new EntryId(
            ObjectGuid.ofBase64("q83vEjRWeJCrze8SNFZ4kA=="),
            Dn.of("CN=Ada \\\"L\\\"\\2C B,OU=People,DC=corp,DC=example"));
    static final Problem PROBLEM =
            new Problem(ErrorCode.REJECTED, "The directory said no.", "Look at it.", "00002082: AtrErr");

    private Samples() {}

    static Plan writing() {
        return new Plan(
                ADA,
                Optional.of(ENTRY),
                List.of(
                        changed("extensionAttribute1", List.of(), List.of(AttributeValue.text("R&D"))),
                        changed("extensionAttribute2", List.of(AttributeValue.text("old")), List.of()),
                        changed(
                                "proxyAddresses",
                                List.of(AttributeValue.text("SMTP:a@x")),
                                List.of(AttributeValue.text("SMTP:b@x"), AttributeValue.text("smtp:a@x"))),
                        changed(
                                "msExchRecipientTypeDetails",
                                List.of(AttributeValue.text("1")),
                                List.of(AttributeValue.whole(2147483648L))),
                        changed("msExchMailboxGuid", List.of(), List.of(AttributeValue.octets(new byte[] {1, 2}))),
                        changed("publicDelegates", List.of(), List.of(new AttributeValue.Reference(ADA))),
                        changed("msExchHideFromAddressLists", List.of(), List.of(new AttributeValue.Flag(true))),
                        new AttributeDecision(
                                AttributeName.of("mail"),
                                "WindowsEmailAddress",
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                Verdict.NOT_STATED,
                                "The cloud does not state it.",
                                Optional.empty())),
                new Disposition.Write());
    }

    static Plan skipped() {
        return new Plan(
                ADA,
                Optional.empty(),
                List.of(),
                new Disposition.Skip(SkipReason.NOT_CLOUD_MANAGED, "The directory is its master."));
    }

    static Plan refused() {
        return new Plan(ADA, Optional.empty(), List.of(), new Disposition.Refuse(PROBLEM));
    }

    static Status status(Optional<Plan> plan, Step.Result result, Optional<Problem> problem) {
        Step export = new Step("EntryExport", Step.Type.EXPORT, result, "It was written.", Map.of("server", "dc1:636"));
        return new Status(
                "s-1",
                Instant.parse("2026-11-21T01:02:03.004Z"),
                Duration.ofMillis(12),
                "cycle-1",
                "change-1",
                "job-1",
                plan.map(Plan::object),
                plan,
                result,
                problem,
                List.of(export));
    }

    private static AttributeDecision changed(String name, List<AttributeValue> old, List<AttributeValue> wanted) {
        AttributeName attribute = AttributeName.of(name);
        return new AttributeDecision(
                attribute,
                "Source",
                Optional.of(wanted),
                old,
                Optional.of(old),
                wanted,
                wanted.isEmpty() ? Verdict.CLEAR : old.isEmpty() ? Verdict.SET : Verdict.CHANGE,
                "The cloud changed it.",
                Optional.of(new Modification(attribute, old, wanted)));
    }
}
