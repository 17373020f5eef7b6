package dev.writeback.testkit.fault;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A source some of whose reads fail. */
final class FaultySource implements CloudSource {

    /** What stands for the start, where a page from there broke off: a place of a source is never nothing. */
    private static final Cursor START = new Cursor("from the start, of which half a page came");

    private final CloudSource real;
    private final Injection faults;
    private final AtomicBoolean broken = new AtomicBoolean();

    FaultySource(CloudSource real, Injection faults) {
        this.real = real;
        this.faults = faults;
    }

    @Override
    public SourceRead read(@Nullable Cursor after) {
        Cursor place = START.equals(after) ? null : after;
        Supplier<SourceRead> page = new Once<>(() -> real.read(place));
        if (faults.isCutOff(Call.READ, broken)) {
            return new SourceRead.Unavailable(Sayings.ofSource(Fault.cutBefore()));
        }
        return answer(faults.strike(Call.READ, () -> parts(page.get())), place, page);
    }

    private SourceRead answer(Optional<Strike> strike, @Nullable Cursor place, Supplier<SourceRead> page) {
        return strike.map(it -> it.meet(page, fault -> failed(it, place, page))).orElseGet(page);
    }

    private SourceRead failed(Strike strike, @Nullable Cursor place, Supplier<SourceRead> page) {
        if (strike.fault() instanceof Fault.Expired && place != null) {
            return new SourceRead.CursorExpired();
        } else if (strike.fault() instanceof Fault.HalfDelivered
                && page.get() instanceof SourceRead.Page whole
                && !whole.changes().isEmpty()) {
            broken.set(true);
            List<CloudChange> half = whole.changes().subList(0, whole.changes().size() / 2);
            return new SourceRead.Page(half, List.of(), place == null ? START : place, SourceRead.Rest.MORE);
        } else if (strike.fault() instanceof Fault.Expired || strike.fault() instanceof Fault.HalfDelivered) {
            return answer(strike.instead(), place, page);
        }
        return new SourceRead.Unavailable(Sayings.ofSource(strike.fault()));
    }

    private static List<Touched> parts(SourceRead read) {
        return read instanceof SourceRead.Page page
                ? page.changes().stream().map(Parts::of).toList()
                : Parts.none();
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Optional<Set<String>> acceptedDomains() {
        return Trouble.throwing(faults, Call.ACCEPTED_DOMAINS, real::acceptedDomains);
    }

    @Override
    public boolean mayHaveNews(@Nullable Cursor after) {
        Cursor place = START.equals(after) ? null : after;
        return broken.get() || Trouble.throwing(faults, Call.MAY_HAVE_NEWS, () -> real.mayHaveNews(place));
    }

    @Override
    public void close() {
        real.close();
    }
}
