package dev.writeback.testkit.contract;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Version;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Side;
import dev.writeback.plan.Verdict;
import java.util.List;
import java.util.Optional;

/** What a store is given to keep of runs that are held and of what failed: nothing in it is easy to keep. */
final class SamplePlans {

    /** A server ends what it says with a character 0; half of a surrogate pair is what a cut leaves of one. */
    static final String HOSTILE = "R&D \"<\n\u0130\ud83d\ude00\\ \ud83d\u0000";

    static final Problem PROBLEM = new Problem(
            ErrorCode.REJECTED, "It is refused: " + HOSTILE, "Ask: " + HOSTILE, "00002082: AtrErr\n" + HOSTILE);

    private static final List<AttributeValue> SOME =
            List.of(AttributeValue.text(HOSTILE), AttributeValue.octets(new byte[] {0, -1, 34, 92}));
    private static final List<AttributeValue> OTHER = List.of(AttributeValue.text(" "), AttributeValue.text("\ufeff"));

    private SamplePlans() {}

    /** A plan to write, with values that nobody may see, values that were left out, and where all of it comes from. */
    static Plan of(String object) {
        return new Plan(
                CloudObjectId.of(object),
                Optional.of(SampleRecords.entry(1)),
                List.of(set(), cleared(), kept()),
                new Disposition.Write());
    }

    private static AttributeDecision set() {
        AttributeName attribute = AttributeName.of("proxyAddresses");
        return new AttributeDecision(
                attribute,
                "EmailAddresses",
                Optional.of(SOME),
                OTHER,
                Optional.of(List.of()),
                SOME,
                Verdict.SET,
                "The cloud states it: " + HOSTILE,
                Optional.of(new Modification(attribute, OTHER, SOME)),
                List.of(
                        new Omission.Unresolved(CloudObjectId.of("bob"), "Bob is not there: " + HOSTILE),
                        new Omission.HeldBack("The domain is not accepted: " + HOSTILE)),
                Disclosure.OPEN,
                new Provenance(
                        Side.CLOUD,
                        Optional.of(Version.of(7)),
                        Optional.of(SampleRecords.NOW.plusNanos(123_456_789)),
                        "cloud-changed"));
    }

    private static AttributeDecision cleared() {
        AttributeName attribute = AttributeName.of("mail");
        return new AttributeDecision(
                attribute,
                "Secret",
                Optional.of(List.of()),
                SOME,
                Optional.of(SOME),
                List.of(),
                Verdict.CLEAR,
                "The cloud cleared it.",
                Optional.of(new Modification(attribute, SOME, List.of())),
                List.of(),
                Disclosure.REDACTED,
                new Provenance(Side.CLOUD, Optional.empty(), Optional.empty(), "cloud-cleared"));
    }

    private static AttributeDecision kept() {
        return new AttributeDecision(
                AttributeName.of("title"),
                "Title",
                Optional.empty(),
                OTHER,
                Optional.empty(),
                OTHER,
                Verdict.NOT_STATED,
                "The cloud does not state it.",
                Optional.empty());
    }
}
