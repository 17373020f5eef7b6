package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.testkit.arbitrary.CarriedAttribute.Arity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * The attributes that histories are about: those that a profile carries from the cloud to the directory. Immutable.
 *
 * <pre>{@code
 * Vocabulary contoso = Vocabulary.exchangeOnline().text("Department", "department").without("mail");
 * }</pre>
 */
public final class Vocabulary {

    private static final int TEXTS = 15;
    private static final int LISTS = 5;

    private final List<CarriedAttribute> attributes;

    private Vocabulary(List<CarriedAttribute> attributes) {
        this.attributes = List.copyOf(attributes);
    }

    /** No attribute. */
    public static Vocabulary empty() {
        return new Vocabulary(List.of());
    }

    /** The 24 attributes of the built-in profile {@code exchange-online}. */
    public static Vocabulary exchangeOnline() {
        List<CarriedAttribute> all = new ArrayList<>();
        IntStream.rangeClosed(1, TEXTS)
                .forEach(i -> all.add(CarriedValues.texts("CustomAttribute" + i, "extensionAttribute" + i, Arity.ONE)));
        IntStream.rangeClosed(1, LISTS)
                .forEach(i -> all.add(CarriedValues.texts(
                        "ExtensionCustomAttribute" + i, "msExchExtensionCustomAttribute" + i, Arity.MANY)));
        all.add(CarriedValues.type(
                "msExchRecipientTypeDetails", AttributeSyntax.LARGE_INTEGER, "2147483648", "34359738368"));
        all.add(CarriedValues.type(
                "msExchRecipientDisplayType", AttributeSyntax.INTEGER, "-2147483642", "-1073741818"));
        return new Vocabulary(all).mailAt("x.example", "y.example");
    }

    /**
     * These, with {@code proxyAddresses} and {@code mail} in these domains, one or more; by default in {@code x.example} and
     * {@code y.example}. For an engine that takes addresses of its accepted domains only.
     */
    public Vocabulary mailAt(String... domains) {
        List<String> all = List.of(domains);
        return and(CarriedValues.addresses("EmailAddresses", "proxyAddresses", all))
                .and(CarriedValues.mail("WindowsEmailAddress", "mail", all));
    }

    /**
     * These and a cloud attribute that flows to a directory attribute of one text.
     *
     * @throws IllegalArgumentException if one of the names is no attribute's
     */
    public Vocabulary text(String cloud, String directory) {
        return and(CarriedValues.texts(cloud, directory, Arity.ONE));
    }

    /**
     * These and a cloud attribute that flows to a directory attribute of any number of texts.
     *
     * @throws IllegalArgumentException if one of the names is no attribute's
     */
    public Vocabulary texts(String cloud, String directory) {
        return and(CarriedValues.texts(cloud, directory, Arity.MANY));
    }

    /** These and another one, in the place of the one that flows to the same directory attribute. */
    public Vocabulary and(CarriedAttribute attribute) {
        List<CarriedAttribute> all = new ArrayList<>(attributes);
        all.removeIf(it -> it.directory().equals(attribute.directory()));
        all.add(attribute);
        return new Vocabulary(all);
    }

    /**
     * These but the one that flows to this directory attribute.
     *
     * @throws IllegalArgumentException if the name is no attribute's
     */
    public Vocabulary without(String directory) {
        AttributeName name = AttributeName.of(directory);
        return only(it -> !it.directory().equals(name));
    }

    /** The same attributes, of which the cloud states whatever may break something. */
    public Vocabulary hostile() {
        Derivation derivation = new Derivation(Mood.HOSTILE);
        Arbitrary<List<AttributeValue>> values = Arbitraries.oneOf(
                derivation.few(AttributeValue.class),
                derivation.of(Address.class).map(Address::value).list().ofMaxSize(2));
        return new Vocabulary(attributes.stream()
                .map(one -> new CarriedAttribute(
                        one.cloud(), one.directory(), one.syntax(), one.arity(), mailbox -> values, one.held()))
                .toList());
    }

    /** Those of these alone that fit. */
    public Vocabulary only(Predicate<CarriedAttribute> fits) {
        return new Vocabulary(attributes.stream().filter(fits).toList());
    }

    /** The attributes, in their order. */
    public List<CarriedAttribute> attributes() {
        return attributes;
    }
}
