package dev.writeback.engine.run;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.SourceRead;
import dev.writeback.spi.WatchRead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Watches a directory in a map; its cursor is how many changes there were. Pages hold three of them. */
public final class MapWatch implements DirectoryWatch {

    private static final int PAGE = 3;

    private final MapDirectory directory;
    private final Deque<Function<@Nullable Cursor, WatchRead>> instead = new ArrayDeque<>();
    public final List<String> reads = new ArrayList<>();

    private MapWatch(MapDirectory directory) {
        this.directory = directory;
    }

    public static MapWatch of(MapDirectory directory) {
        MapWatch watch = new MapWatch(directory);
        directory.watchedBy(watch);
        return watch;
    }

    /** Says what the next read gives, whatever has changed. */
    public synchronized MapWatch instead(Function<@Nullable Cursor, WatchRead> once) {
        instead.add(once);
        return this;
    }

    /** That the next read cannot tell what changed. */
    public MapWatch lost() {
        return instead(
                after -> new WatchRead.Lost("Another server answers.", new Cursor("" + directory.changes.size())));
    }

    @Override
    public synchronized WatchRead read(@Nullable Cursor after, Map<AttributeName, AttributeSyntax> attributes) {
        reads.add(after == null ? "now" : after.value());
        if (!instead.isEmpty()) {
            return instead.remove().apply(after);
        }
        int end = directory.changes.size();
        int from = after == null ? end : Integer.parseInt(after.value());
        int to = Math.min(end, from + PAGE);
        List<ChangedEntry> changed = directory.changes.subList(from, to).stream()
                .map(guid -> changed(guid, attributes))
                .toList();
        return new WatchRead.Page(
                changed, new Cursor("" + to), to < end ? SourceRead.Rest.MORE : SourceRead.Rest.NO_MORE_NOW);
    }

    private ChangedEntry changed(ObjectGuid guid, Map<AttributeName, AttributeSyntax> attributes) {
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        attributes.keySet().forEach(name -> values.put(name, directory.values(guid, name)));
        return new ChangedEntry(directory.id(guid), values);
    }
}
