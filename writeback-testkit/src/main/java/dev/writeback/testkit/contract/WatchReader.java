package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.SourceRead.Rest;
import dev.writeback.spi.WatchRead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows a watch as a host does, and keeps what it was told last of each attribute. */
final class WatchReader {

    /** A watch that never comes to an end would keep a test busy for ever. */
    private static final int MOST_PAGES = 2000;

    private final DirectoryWatch watch;
    private final Map<AttributeName, AttributeSyntax> attributes;
    private final Map<ObjectGuid, Map<AttributeName, List<AttributeValue>>> told = new LinkedHashMap<>();
    private Cursor place;

    WatchReader(DirectoryWatch watch, Cursor place, Map<AttributeName, AttributeSyntax> attributes) {
        this.watch = watch;
        this.place = place;
        this.attributes = attributes;
    }

    /** Begins now. */
    static WatchReader begun(DirectoryWatch watch, Map<AttributeName, AttributeSyntax> attributes) {
        WatchRead.Page first = page(watch, null, attributes);
        assertThat(first.changed())
                .as("entries that a watch tells of when it begins; what changed earlier is read otherwise")
                .isEmpty();
        return new WatchReader(watch, first.next(), attributes);
    }

    static WatchRead.Page page(
            DirectoryWatch watch, @Nullable Cursor after, Map<AttributeName, AttributeSyntax> attributes) {
        WatchRead read = watch.read(after, attributes);
        assertThat(read)
                .as("what comes of watching a directory that is as it should be")
                .isInstanceOf(WatchRead.Page.class);
        return (WatchRead.Page) read;
    }

    Cursor place() {
        return place;
    }

    /** Reads one page; whether there is more. */
    Rest next() {
        WatchRead.Page page = page(watch, place, attributes);
        for (ChangedEntry changed : page.changed()) {
            assertThat(attributes.keySet())
                    .as("the attributes that were asked for, beside what is told; nobody asked for others")
                    .containsAll(changed.attributes().keySet());
            told.computeIfAbsent(changed.entry().guid(), unseen -> new LinkedHashMap<>())
                    .putAll(changed.attributes());
        }
        place = page.next();
        return page.rest();
    }

    /** Reads until the watch says that there is no more. */
    WatchReader drain() {
        int pages = 0;
        while (next() == Rest.MORE) {
            assertThat(++pages)
                    .as("pages of a directory in which nobody changes anything; they come to an end")
                    .isLessThan(MOST_PAGES);
        }
        return this;
    }

    /** What was told last of an attribute; null if nothing was. */
    @Nullable
    List<AttributeValue> told(ObjectGuid entry, AttributeName attribute) {
        return told.getOrDefault(entry, Map.of()).get(attribute);
    }
}
