package dev.writeback.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What address policies make of addresses stays so when they are asked again. */
class AddressPolicyProperties {

    private static final AttributeName PROXY_ADDRESSES = AttributeName.of("proxyAddresses");

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_flows_flows_again_and_is_the_same(
            @ForAll("policies") AddressPolicies policies,
            @ForAll("addresses") List<AttributeValue> stated,
            @ForAll("circumstances") Circumstances circumstances) {
        Conversion conversion = conversion(policies);
        if (conversion.convert(stated, circumstances) instanceof Mapped.Values once) {
            assertThat(conversion.convert(once.values(), circumstances)).isEqualTo(new Mapped.Values(once.values()));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void an_entry_that_holds_what_it_should_holds_it_ever_after(
            @ForAll("policies") AddressPolicies policies,
            @ForAll("addresses") List<AttributeValue> stated,
            @ForAll("held") List<AttributeValue> held,
            @ForAll("circumstances") Circumstances circumstances) {
        Conversion conversion = conversion(policies);
        if (conversion.convert(stated, circumstances) instanceof Mapped.Values flowing) {
            List<AttributeValue> once = conversion.fit(flowing.values(), held, circumstances);
            List<AttributeValue> twice = conversion.fit(flowing.values(), once, circumstances);

            assertThat(Set.copyOf(twice)).isEqualTo(Set.copyOf(once));
            assertThat(once.stream().map(ProxyAddress::of).filter(ProxyAddress::isPrimary))
                    .hasSize(1);
            assertThat(identities(once))
                    .hasSize(once.size())
                    .containsAll(identities(flowing.values()))
                    .containsAll(identities(held.stream()
                            .filter(value -> !conversion.mayRemove(value, circumstances))
                            .toList()));
        }
    }

    private static Set<Object> identities(List<AttributeValue> values) {
        return values.stream().map(value -> ProxyAddress.of(value).identity()).collect(Collectors.toSet());
    }

    private static Conversion conversion(AddressPolicies policies) {
        return Conversions.of(
                Rule.of("proxyAddresses", "EmailAddresses").withAddresses(policies),
                AttributeCatalogue.standard().find(PROXY_ADDRESSES).orElseThrow());
    }

    @Provide
    Arbitrary<AddressPolicies> policies() {
        return Arbitraries.oneOf(ProfileArbitraries.addresses(), Arbitraries.just(AddressPolicies.standard()));
    }

    @Provide
    Arbitrary<List<AttributeValue>> addresses() {
        return Combinators.combine(
                        Arbitraries.of("SMTP:a@x.example", "SMTP:B@x.example", "SMTP:c@t.onmicrosoft.com")
                                .map(AttributeValue::text),
                        ProfileArbitraries.addressTexts().list().ofMaxSize(4))
                .as((primary, others) -> {
                    List<AttributeValue> all = new ArrayList<>(others);
                    all.add(primary);
                    return all;
                });
    }

    @Provide
    Arbitrary<List<AttributeValue>> held() {
        return ProfileArbitraries.addressTexts()
                .list()
                .uniqueElements(value -> ProxyAddress.of(value).identity())
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<Circumstances> circumstances() {
        return ProfileArbitraries.circumstances();
    }
}
