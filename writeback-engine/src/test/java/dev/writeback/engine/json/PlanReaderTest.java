package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.plan.Plan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlanReaderTest {

    private static final String START = "{\"format\":\"writeback-plan/1\",\"profile\":\"p\",\"plans\":[";

    @Test
    void every_kind_of_plan_comes_back() throws IOException {
        try (PlanReader reader = PlanReader.of(new StringReader(document()))) {
            assertThat(reader.next()).contains(Samples.writing());
            assertThat(reader.next()).contains(Samples.skipped());
            assertThat(reader.next()).contains(Samples.refused());
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void a_plan_that_was_changed_is_named_with_its_place() throws IOException {
        String changed = document().replaceFirst("R&D", "HR!");

        assertThatThrownBy(() -> readAll(changed))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageMatching("2:\\d+: the plan of object %s was changed since it was saved; make a new one"
                        .formatted(Samples.ADA));
    }

    @Test
    void what_is_no_saved_plan_is_told_so() {
        assertInvalid("[]", "1:1: this is no saved plan; 'plan --out FILE.json' writes one");
        assertInvalid("", "1:1: the document ends here, before it is complete; it was cut off, so save the plan again");
        assertInvalid("no", "1:1: this is not JSON; save the plan again");
        assertInvalid(
                "{\"format\":\"writeback-plan/2\"}",
                "1:11: the format is not writeback-plan/1; save the plan again with this version");
        assertInvalid(
                "{\"profile\":\"p\"}",
                "1:2: 'format' is missing here; a saved plan states format, profile and plans in this order");
        assertInvalid(START + "]} {}", "1:56: the document goes on after its end; it is one JSON object");
        assertInvalid(START + "],\"more\":1}", "1:55: nothing comes after the plans");
        assertInvalid(
                START + "{\"objekt\":1}]}",
                "1:54: a plan has no 'objekt'; it has object, entry, disposition, destroyed, decisions, seal");
        assertInvalid(START + "{\"object\":\"a\",\"object\":\"b\"}]}", "1:67: a plan states 'object' twice");
        assertInvalid(START + "{\"object\":\"a\"}]}", "1:66: a plan lacks 'entry'");
        assertInvalid(START + "{\"object\":7}]}", "1:63: object is not a text");
    }

    @Test
    void bytes_that_are_no_text_are_told_so() {
        byte[] bytes = document().replaceFirst("R&D", "R\u0001D").getBytes(StandardCharsets.ISO_8859_1);
        bytes[document().indexOf("R&D") + 1] = (byte) 0xff;
        Reader in = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder());

        assertThatThrownBy(() -> readAll(in))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("this is not UTF-8 text; save the plan again");
    }

    /** The document is far larger than what may be read ahead of the first plan. */
    @Test
    void only_one_plan_is_in_memory() throws IOException {
        String plan = PlanJson.text(Samples.writing());
        AtomicInteger served = new AtomicInteger();
        Reader endless = new Reader() {
            private String rest = START;

            @Override
            public int read(char[] buffer, int offset, int length) {
                if (rest.isEmpty()) {
                    rest = served.incrementAndGet() == 1 ? plan : "," + plan;
                }
                int count = Math.min(length, rest.length());
                rest.getChars(0, count, buffer, offset);
                rest = rest.substring(count);
                return count;
            }

            @Override
            public void close() {}
        };
        try (PlanReader reader = PlanReader.of(endless)) {
            for (int i = 0; i < 200; i++) {
                assertThat(reader.next()).contains(Samples.writing());
            }
        }
        assertThat(served).hasValueLessThan(220);
    }

    private static void assertInvalid(String document, String message) {
        assertThatThrownBy(() -> readAll(document))
                .as(document)
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage(message);
    }

    private static void readAll(String document) throws IOException {
        readAll(new StringReader(document));
    }

    private static void readAll(Reader document) throws IOException {
        try (PlanReader reader = PlanReader.of(document)) {
            Optional<Plan> plan = reader.next();
            while (plan.isPresent()) {
                plan = reader.next();
            }
        }
    }

    private static String document() {
        StringWriter text = new StringWriter();
        try (PlanJson json = PlanJson.to(text, "p")) {
            json.add(Samples.writing());
            json.add(Samples.skipped());
            json.add(Samples.refused());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString();
    }
}
