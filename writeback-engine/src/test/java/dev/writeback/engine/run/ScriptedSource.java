package dev.writeback.engine.run;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.SourceRead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A source that remembers all its pages; its cursor is how many of them were read. */
public final class ScriptedSource implements CloudSource {

    private final List<List<CloudChange>> pages = new ArrayList<>();
    private final List<List<RejectedChange>> rejected = new ArrayList<>();
    private final Deque<Function<@Nullable Cursor, SourceRead>> instead = new ArrayDeque<>();
    public final List<String> reads = new ArrayList<>();

    public static ScriptedSource of(Collection<? extends CloudChange> page) {
        return new ScriptedSource().page(page);
    }

    public synchronized ScriptedSource page(Collection<? extends CloudChange> page, RejectedChange... unreadable) {
        pages.add(List.copyOf(page));
        rejected.add(List.of(unreadable));
        return this;
    }

    /** Says what the next read gives, whatever the source holds. */
    public synchronized ScriptedSource instead(Function<@Nullable Cursor, SourceRead> once) {
        instead.add(once);
        return this;
    }

    public static SourceRead unavailable() {
        return new SourceRead.Unavailable(MapDirectory.problem(ErrorCode.SOURCE_UNAVAILABLE));
    }

    @Override
    public synchronized SourceRead read(@Nullable Cursor after) {
        reads.add(after == null ? "start" : after.value());
        if (!instead.isEmpty()) {
            return instead.remove().apply(after);
        }
        int place = after == null ? 0 : Integer.parseInt(after.value());
        if (place >= pages.size()) {
            return new SourceRead.Page(List.of(), List.of(), cursor(place), SourceRead.Rest.NO_MORE_NOW);
        }
        return new SourceRead.Page(
                pages.get(place),
                rejected.get(place),
                cursor(place + 1),
                place + 1 < pages.size() ? SourceRead.Rest.MORE : SourceRead.Rest.NO_MORE_NOW);
    }

    private static Cursor cursor(int place) {
        return new Cursor(Integer.toString(place));
    }
}
