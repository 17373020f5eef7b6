package dev.writeback.agent;

import dev.writeback.engine.Drifted;
import dev.writeback.engine.json.PlanJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows what drifted: as a diff, as one document of plans, or, where it is quiet, not at all. */
final class DriftView implements Consumer<Drifted>, AutoCloseable {

    private final Output output;
    private final DriftDiff diff;
    private final @Nullable PlanJson document;

    private DriftView(Output output, @Nullable PlanJson document) {
        this.output = output;
        this.diff = new DriftDiff(output);
        this.document = document;
    }

    static DriftView open(Setting setting) throws IOException {
        Output output = setting.output();
        String profile = setting.configuration().profile().name();
        return new DriftView(
                output, output.isJson() ? PlanJson.to(setting.terminal().writer(), profile) : null);
    }

    @Override
    public void accept(Drifted drifted) {
        try {
            if (document != null) {
                document.add(drifted.plan());
            } else if (!output.isQuiet()) {
                diff.lines(drifted).forEach(output::result);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() throws IOException {
        if (document != null) {
            document.close();
        }
    }
}
