package dev.writeback.benchmarks;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.planning.Planner;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One plan of all 24 attributes of {@code exchange-online}, each stated and each with a value in the directory. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanBenchmark {

    private final Planner planner = new Planner(Profile.exchangeOnline());
    private final EntryId entry =
            new EntryId(new ObjectGuid(new UUID(1, 2)), Dn.of("CN=Ada,OU=North,OU=People,DC=corp,DC=example"));
    private final CloudObject cloud = cloud();
    private final DirectoryEntry directory = directory();
    private final Baseline baseline =
            planner.agreed(planner.plan(cloud, directory, Baseline.none(), Circumstances.plain()), Baseline.none());

    /** Nothing was agreed before; five attributes change. */
    @Benchmark
    public Plan firstContact() {
        return planner.plan(cloud, directory, Baseline.none(), Circumstances.plain());
    }

    /** With a baseline, and the directory as it was before. */
    @Benchmark
    public Plan withBaseline() {
        return planner.plan(cloud, directory, baseline, Circumstances.plain());
    }

    /** The cloud states what was agreed, so the directory is not asked. */
    @Benchmark
    public Optional<Plan> asAgreed() {
        return planner.planWithoutEntry(cloud, baseline, Circumstances.plain());
    }

    private static CloudObject cloud() {
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
        attributes.put(AttributeName.of("IsExchangeCloudManaged"), List.of(new AttributeValue.Flag(true)));
        for (int i = 1; i <= 15; i++) {
            attributes.put(AttributeName.of("CustomAttribute" + i), texts("value " + i));
        }
        for (int i = 1; i <= 5; i++) {
            attributes.put(AttributeName.of("ExtensionCustomAttribute" + i), texts("a" + i, "b" + i, "c"));
        }
        attributes.put(AttributeName.of("RecipientTypeDetails"), texts("UserMailbox"));
        attributes.put(
                AttributeName.of("EmailAddresses"),
                texts(
                        "SMTP:ada.lovelace@corp.example",
                        "smtp:ada@corp.example",
                        "smtp:ada@corp.onmicrosoft.com",
                        "SIP:ada@corp.example",
                        "SPO:SPO_1@SPO_2"));
        attributes.put(AttributeName.of("WindowsEmailAddress"), texts("ada.lovelace@corp.example"));
        CloudObjectId id = CloudObjectId.of("5f0e8b1c-1a53-4ef5-9f0a-0d3c5f5d7a01");
        return CloudObject.of(
                CloudChange.update(id, 1, List.of(new Anchor.ImmutableId(new ObjectGuid(new UUID(1, 2)))), attributes));
    }

    private DirectoryEntry directory() {
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
        for (int i = 1; i <= 15; i++) {
            attributes.put(AttributeName.of("extensionAttribute" + i), texts(i % 5 == 0 ? "other" : "value " + i));
        }
        for (int i = 1; i <= 5; i++) {
            attributes.put(AttributeName.of("msExchExtensionCustomAttribute" + i), texts("b" + i, "a" + i, "c"));
        }
        attributes.put(AttributeName.of("msExchRecipientTypeDetails"), texts("2147483648"));
        attributes.put(AttributeName.of("msExchRecipientDisplayType"), texts("-1073741818"));
        attributes.put(
                AttributeName.of("proxyAddresses"),
                texts(
                        "SMTP:ada@corp.example",
                        "smtp:ada.lovelace@corp.example",
                        "X500:/o=Corp/cn=ada",
                        "smtp:ada@corp.onmicrosoft.com"));
        attributes.put(AttributeName.of("mail"), texts("ada@corp.example"));
        // A sink names what it reads as it was asked to.
        Map<AttributeName, List<AttributeValue>> asAsked = new LinkedHashMap<>();
        planner.writes().keySet().forEach(name -> asAsked.put(name, attributes.getOrDefault(name, List.of())));
        return new DirectoryEntry(entry, asAsked, "dc1.corp.example:636");
    }

    private static List<AttributeValue> texts(String... values) {
        return Stream.of(values).map(AttributeValue::text).toList();
    }
}
