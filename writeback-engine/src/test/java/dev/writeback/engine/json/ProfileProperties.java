package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.ValueCheck;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.ProfileArbitraries;
import dev.writeback.engine.planning.Planner;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a profile says, it says as a document and as a builder alike; and nothing that it says is dangerous. */
class ProfileProperties {

    /** All that a plan is made of. */
    record Case(Profile profile, CloudObject object, DirectoryEntry entry, Circumstances circumstances) {
        Plan plan(Profile with) {
            return new Planner(with).plan(object, entry, Baseline.none(), circumstances);
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void a_profile_that_is_printed_and_read_is_the_same(@ForAll("profiles") Profile profile) {
        String text = ProfileJson.text(profile);

        assertThat(ProfileJson.parse(text)).isEqualTo(profile);
        assertThat(ProfileJson.text(ProfileJson.parse(text))).isEqualTo(text);
        assertThat(SchemaCheck.violations("profile.schema.json", text)).isEmpty();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void a_builder_and_its_document_give_the_same_plan(@ForAll("cases") Case one) {
        Profile read = ProfileJson.parse(ProfileJson.text(one.profile()));

        assertThat(PlanJson.text(one.plan(read))).isEqualTo(PlanJson.text(one.plan(one.profile())));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatever_is_written_is_what_the_catalogue_allows(@ForAll("cases") Case one) {
        for (Modification modification : one.plan(one.profile()).modifications()) {
            CatalogueEntry attribute =
                    AttributeCatalogue.standard().find(modification.attribute()).orElseThrow();
            for (AttributeValue value : modification.add()) {
                assertThat(ValueCheck.wire(attribute, value))
                        .as("%s: %s", attribute.name(), value)
                        .contains(value);
            }
        }
    }

    @Provide
    Arbitrary<Profile> profiles() {
        return ProfileArbitraries.profiles();
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.oneOf(ProfileArbitraries.profiles(), Arbitraries.just(Profile.exchangeOnlineExtended()))
                .flatMap(profile -> Combinators.combine(
                                ProfileArbitraries.objects(profile),
                                ProfileArbitraries.entries(profile),
                                ProfileArbitraries.circumstances())
                        .as((object, entry, circumstances) -> new Case(profile, object, entry, circumstances)));
    }
}
