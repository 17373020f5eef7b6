package dev.writeback.benchmarks;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cloud that states the same mailboxes again and again, each time with what it is told to. Pages of 1,000. */
final class ChangingCloud implements CloudSource {

    private static final int PAGE = 1000;
    private static final AttributeName MANAGED = AttributeName.of("IsExchangeCloudManaged");
    private static final AttributeName CONSTANT = AttributeName.of("CustomAttribute15");

    private final List<Target.User> users;
    private final int changing;
    private String value = "";
    private long version;
    private int next;

    /**
     * Of these users.
     *
     * @param changing how many attributes change: the first custom ones
     */
    ChangingCloud(List<Target.User> users, int changing) {
        this.users = users;
        this.changing = changing;
    }

    /** From now on all mailboxes are stated anew, with this value. */
    void state(String newValue) {
        value = newValue;
        version++;
        next = 0;
    }

    @Override
    public SourceRead read(@Nullable Cursor after) {
        int end = Math.min(next + PAGE, users.size());
        List<CloudChange> changes = new ArrayList<>(end - next);
        for (int i = next; i < end; i++) {
            Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
            attributes.put(MANAGED, List.of(new AttributeValue.Flag(true)));
            for (int number = 0; number < changing; number++) {
                attributes.put(
                        AttributeName.of("CustomAttribute" + (number + 1)),
                        List.of(AttributeValue.text(value + " of " + number)));
            }
            attributes.put(CONSTANT, List.of(AttributeValue.text("constant")));
            changes.add(CloudChange.update(
                    CloudObjectId.of("mailbox-" + i),
                    version,
                    List.of(new Anchor.ImmutableId(users.get(i).guid())),
                    attributes));
        }
        next = end;
        return new SourceRead.Page(
                changes,
                List.of(),
                new Cursor(version + ":" + end),
                end < users.size() ? SourceRead.Rest.MORE : SourceRead.Rest.NO_MORE_NOW);
    }
}
