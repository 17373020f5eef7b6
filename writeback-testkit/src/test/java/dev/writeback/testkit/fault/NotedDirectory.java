package dev.writeback.testkit.fault;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Modification;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A directory whose entries hold one text, and that notes what it is asked. */
final class NotedDirectory implements DirectorySink {

    static final AttributeName INFO = AttributeName.of("info");

    final List<String> asked = new ArrayList<>();
    final Map<ObjectGuid, String> texts = new HashMap<>();

    static ObjectGuid guid(int number) {
        return new ObjectGuid(new UUID(7, number));
    }

    static Dn dn(int number) {
        return Dn.of("CN=" + number + ",DC=x");
    }

    static LookupRequest request(int... numbers) {
        return new LookupRequest(
                IntStream.of(numbers)
                        .mapToObj(number -> List.<Anchor>of(new Anchor.ImmutableId(guid(number))))
                        .toList(),
                Map.of(INFO, AttributeSyntax.CASE_IGNORE));
    }

    static EntryWrite write(int number, String text) {
        Modification modification = new Modification(INFO, List.of(), List.of(AttributeValue.text(text)));
        return new EntryWrite(new EntryId(guid(number), dn(number)), "noted", List.of(modification));
    }

    @Override
    public List<LookupOutcome> lookup(LookupRequest request) {
        asked.add("lookup");
        return request.anchors().stream()
                .<LookupOutcome>map(anchors -> found(((Anchor.ImmutableId) anchors.get(0)).guid()))
                .toList();
    }

    private LookupOutcome.Found found(ObjectGuid guid) {
        Dn dn = dn((int) guid.uuid().getLeastSignificantBits());
        String text = texts.getOrDefault(guid, "none");
        return new LookupOutcome.Found(
                new DirectoryEntry(new EntryId(guid, dn), Map.of(INFO, List.of(AttributeValue.text(text))), "noted"));
    }

    @Override
    public WriteOutcome write(EntryWrite write) {
        asked.add("write");
        String text = write.modifications().get(0).add().get(0).toString();
        texts.put(write.entry().guid(), text);
        return new WriteOutcome.Applied();
    }

    @Override
    public List<WriteOutcome> writeAll(List<EntryWrite> writes) {
        asked.add("writeAll " + writes.size());
        return writes.stream().map(this::write).toList();
    }

    @Override
    public List<Finding> check(CheckRequest request) {
        return List.of(Finding.ok("noted", "All is well."));
    }
}
