package dev.writeback.engine.merge;

import static dev.writeback.engine.merge.MergeRig.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Modification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final AttributeName NAME = AttributeName.of("msExchExtensionCustomAttribute1");

    private static Optional<Modification> between(List<AttributeValue> present, List<AttributeValue> wanted) {
        return Difference.between(NAME, AttributeSyntax.CASE_IGNORE, present, wanted);
    }

    @Test
    void what_holds_what_it_should_is_not_modified() {
        assertThat(between(texts(), texts())).isEmpty();
        assertThat(between(texts("a"), texts("a"))).isEmpty();
        assertThat(between(texts("a", "b"), texts("b", "a"))).isEmpty();
    }

    @Test
    void only_the_values_that_differ_are_removed_and_added() {
        assertThat(between(texts("a"), texts())).contains(new Modification(NAME, texts("a"), texts()));
        assertThat(between(texts(), texts("a"))).contains(new Modification(NAME, texts(), texts("a")));
        assertThat(between(texts("a"), texts("b"))).contains(new Modification(NAME, texts("a"), texts("b")));
        assertThat(between(texts("a", "b"), texts("a"))).contains(new Modification(NAME, texts("b"), texts()));
        assertThat(between(texts("a"), texts("a", "b"))).contains(new Modification(NAME, texts(), texts("b")));
        assertThat(between(texts("a", "b"), texts("a", "c"))).contains(new Modification(NAME, texts("b"), texts("c")));
    }

    @Test
    void another_spelling_is_removed_and_added_in_one() {
        assertThat(between(texts("a", "b"), texts("A", "b"))).contains(new Modification(NAME, texts("a"), texts("A")));
        assertThat(between(texts("a"), texts("A"))).contains(new Modification(NAME, texts("a"), texts("A")));
    }

    @Test
    void what_is_modified_holds_what_stayed_and_what_came() {
        assertThat(Difference.apply(new Modification(NAME, texts("b"), texts("c", "d")), texts("a", "b")))
                .isEqualTo(texts("a", "c", "d"));
    }
}
