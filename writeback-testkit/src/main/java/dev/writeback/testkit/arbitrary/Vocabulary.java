package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.testkit.arbitrary.CarriedAttribute.Arity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
        return exchangeOnline(Mood.MIXED);
    }

    static Vocabulary exchangeOnline(Mood mood) {
        CarriedValues values = new CarriedValues(mood);
        List<CarriedAttribute> all = new ArrayList<>();
        IntStream.rangeClosed(1, TEXTS)
                .forEach(i -> all.add(values.texts("CustomAttribute" + i, "extensionAttribute" + i, Arity.ONE)));
        IntStream.rangeClosed(1, LISTS)
                .forEach(i -> all.add(values.texts(
                        "ExtensionCustomAttribute" + i, "msExchExtensionCustomAttribute" + i, Arity.MANY)));
        all.add(values.type("msExchRecipientTypeDetails", AttributeSyntax.LARGE_INTEGER, "2147483648", "34359738368"));
        all.add(values.type("msExchRecipientDisplayType", AttributeSyntax.INTEGER, "-2147483642", "-1073741818"));
        all.add(values.addresses("EmailAddresses", "proxyAddresses"));
        all.add(values.mail("WindowsEmailAddress", "mail"));
        return new Vocabulary(all);
    }

    /**
     * These and a cloud attribute that flows to a directory attribute of one text.
     *
     * @throws IllegalArgumentException if one of the names is no attribute's
     */
    public Vocabulary text(String cloud, String directory) {
        return and(new CarriedValues(Mood.MIXED).texts(cloud, directory, Arity.ONE));
    }

    /**
     * These and a cloud attribute that flows to a directory attribute of any number of texts.
     *
     * @throws IllegalArgumentException if one of the names is no attribute's
     */
    public Vocabulary texts(String cloud, String directory) {
        return and(new CarriedValues(Mood.MIXED).texts(cloud, directory, Arity.MANY));
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

    /** Those of these alone that fit. */
    public Vocabulary only(Predicate<CarriedAttribute> fits) {
        return new Vocabulary(attributes.stream().filter(fits).toList());
    }

    /** The attributes, in their order. */
    public List<CarriedAttribute> attributes() {
        return attributes;
    }
}
