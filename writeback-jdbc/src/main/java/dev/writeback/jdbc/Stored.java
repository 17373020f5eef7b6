package dev.writeback.jdbc;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Parking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column means that may hold nothing. */
final class Stored {

    private Stored() {}

    static Baseline baseline(@Nullable String text) {
        return text == null ? Baseline.none() : BaselineJson.read(text);
    }

    static List<CloudObjectId> ids(@Nullable String text) {
        return text == null ? List.of() : ValuesJson.ids(text);
    }

    static List<Parking> conflicts(@Nullable String text) {
        return text == null ? List.of() : JournalJson.conflicts(text);
    }
}
