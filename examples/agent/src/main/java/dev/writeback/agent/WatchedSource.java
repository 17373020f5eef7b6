package dev.writeback.agent;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.SourceRead;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A source of which somebody sees every page before it is taken in. */
final class WatchedSource implements CloudSource {

    private final CloudSource source;
    private final Watcher watcher;

    /** Sees what was read. */
    interface Watcher {

        /**
         * Sees one page.
         *
         * @return why it may not be taken in; nothing if it may
         */
        Optional<SourceRead.Unavailable> page(List<CloudChange> changes, List<RejectedChange> rejected);
    }

    WatchedSource(CloudSource source, Watcher watcher) {
        this.source = source;
        this.watcher = watcher;
    }

    @Override
    public SourceRead read(@Nullable Cursor after) {
        SourceRead read = source.read(after);
        if (read instanceof SourceRead.Page page) {
            Optional<SourceRead.Unavailable> veto = watcher.page(page.changes(), page.rejected());
            return veto.isPresent() ? veto.get() : page;
        }
        return read;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Optional<Set<String>> acceptedDomains() {
        return source.acceptedDomains();
    }

    @Override
    public boolean mayHaveNews(@Nullable Cursor after) {
        return source.mayHaveNews(after);
    }

    @Override
    public void close() {
        source.close();
    }
}
