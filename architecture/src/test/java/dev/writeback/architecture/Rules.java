package dev.writeback.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Every rule of the design. */
final class Rules {

    private Rules() {}

    static List<ArchRule> of(Layout layout) {
        return Stream.of(LayerRules.of(layout), Purity.of(layout), LibraryRules.of(layout), ShapeRules.of(layout))
                .flatMap(List::stream)
                .toList();
    }
}
