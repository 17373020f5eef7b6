package dev.writeback.engine.planning;

import static dev.writeback.engine.planning.Samples.cloud;
import static dev.writeback.engine.planning.Samples.entry;
import static dev.writeback.engine.planning.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.planning.PrimaryWrite.Standing;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.Baseline;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrimaryWriteTest {

    private static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");
    private final Planner planner = new Planner(Profile.exchangeOnline());

    private Optional<PrimaryWrite> write(String[] stated, String... present) {
        Plan plan = planner.plan(
                cloud("EmailAddresses", texts(stated), "CustomAttribute1", "x"),
                entry("proxyAddresses", texts(present)),
                Baseline.none(),
                Circumstances.plain());
        return PrimaryWrite.of(plan, planner.writes());
    }

    private static String[] stated(String... values) {
        return values;
    }

    @Test
    void a_write_that_moves_or_brings_the_primary_address_is_looked_at_again_and_no_other() {
        assertThat(write(stated("smtp:a@x.example", "SMTP:b@x.example"), "SMTP:a@x.example"))
                .isPresent();
        assertThat(write(stated("SMTP:b@x.example"))).isPresent();
        assertThat(write(stated("SMTP:a@x.example", "smtp:B@x.example"), "SMTP:a@x.example", "smtp:b@x.example"))
                .isPresent();
        assertThat(write(stated("SMTP:a@x.example", "smtp:b@x.example"), "SMTP:a@x.example"))
                .isEmpty();
    }

    @Test
    void it_stands_where_the_planned_address_is_primary_drifted_where_another_is_and_else_two_writers_met() {
        PrimaryWrite write = write(stated("smtp:a@x.example", "SMTP:b@x.example"), "SMTP:a@x.example")
                .orElseThrow();

        assertThat(write.in(now("SMTP:B@x.example", "smtp:own@x.example"))).isEqualTo(Standing.CONFIRMED);
        assertThat(write.in(now("SMTP:own@x.example"))).isEqualTo(Standing.DRIFTED);
        assertThat(write.in(now("SMTP:b@x.example", "SMTP:own@x.example"))).isEqualTo(Standing.CONTENDED);
        assertThat(write.in(now("smtp:b@x.example"))).isEqualTo(Standing.CONTENDED);
    }

    @Test
    void of_a_write_that_does_not_stand_the_addresses_stay_agreed_as_before() {
        PrimaryWrite write = write(stated("SMTP:b@x.example")).orElseThrow();
        Baseline written = planner.agreed(write.plan(), Baseline.none());
        Agreement known = new Agreement(texts("SMTP:a@x.example"), texts("SMTP:a@x.example"));
        Baseline before = new Baseline(Optional.of(Samples.ENTRY), Map.of(ADDRESSES, known));

        assertThat(write.agreed(written, before).agreement(ADDRESSES)).contains(known);
        assertThat(write.agreed(written, Baseline.none()).agreements())
                .containsKey(AttributeName.of("extensionAttribute1"))
                .doesNotContainKey(ADDRESSES);
        assertThat(write.agreed(written, before).entry()).isEqualTo(written.entry());
    }

    private static DirectoryEntry now(String... addresses) {
        return entry("proxyAddresses", texts(addresses));
    }
}
