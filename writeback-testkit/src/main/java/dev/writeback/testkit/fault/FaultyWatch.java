package dev.writeback.testkit.fault;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.SourceRead;
import dev.writeback.spi.WatchRead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A watch some of whose reads fail. */
record FaultyWatch(DirectoryWatch real, Injection faults, AtomicBoolean broken) implements DirectoryWatch {

    @Override
    public WatchRead read(@Nullable Cursor after, Map<AttributeName, AttributeSyntax> attributes) {
        Supplier<WatchRead> page = new Once<>(() -> real.read(after, attributes));
        if (faults.isCutOff(Call.WATCH, broken)) {
            return new WatchRead.Unavailable(Sayings.ofDirectory(Fault.cutBefore()));
        }
        return answer(faults.strike(Call.WATCH, () -> parts(page.get())), after, attributes, page);
    }

    private WatchRead answer(
            Optional<Strike> strike,
            @Nullable Cursor after,
            Map<AttributeName, AttributeSyntax> attributes,
            Supplier<WatchRead> page) {
        return strike.map(it -> it.meet(page, fault -> failed(it, after, attributes, page)))
                .orElseGet(page);
    }

    private WatchRead failed(
            Strike strike,
            @Nullable Cursor after,
            Map<AttributeName, AttributeSyntax> attributes,
            Supplier<WatchRead> page) {
        if (strike.fault() instanceof Fault.Expired && after != null) {
            return lost(strike, attributes);
        } else if (strike.fault() instanceof Fault.HalfDelivered
                && after != null
                && page.get() instanceof WatchRead.Page whole
                && !whole.changed().isEmpty()) {
            broken.set(true);
            return new WatchRead.Page(
                    whole.changed().subList(0, whole.changed().size() / 2), after, SourceRead.Rest.MORE);
        } else if (strike.fault() instanceof Fault.Expired || strike.fault() instanceof Fault.HalfDelivered) {
            return answer(strike.instead(), after, attributes, page);
        }
        return new WatchRead.Unavailable(Sayings.ofDirectory(strike.fault()));
    }

    /** The watch begins anew from now, as it does where another server answers. */
    private WatchRead lost(Strike strike, Map<AttributeName, AttributeSyntax> attributes) {
        WatchRead anew = real.read(null, attributes);
        if (anew instanceof WatchRead.Page page) {
            return new WatchRead.Lost("The plan of faults says that the place is lost.", page.next());
        }
        strike.withdraw();
        return anew;
    }

    private static List<Touched> parts(WatchRead read) {
        return read instanceof WatchRead.Page page
                ? page.changed().stream().map(Parts::of).toList()
                : Parts.none();
    }
}
