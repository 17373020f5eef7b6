package dev.writeback.engine.expression;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression in the language of Entra's attribute mappings, checked and ready to be evaluated. Two are equal if they
 * print the same. Immutable, for any number of threads.
 *
 * <p>The language is that of Microsoft's function references for app provisioning and for cloud sync. Names of functions
 * are spelled exactly; an attribute that is named like none that is known, but nearly so, is taken for a mistake.
 */
public final class Expression {

    /** The most characters of an expression (Microsoft, known issues of app provisioning). */
    public static final int LONGEST = 10_000;

    private static final Evaluated EMPTY = new Evaluated.Empty();
    private static final Evaluated ABSENT = new Evaluated.Absent();
    private static final Evaluated DROPPED = new Evaluated.Dropped();

    private final Node root;
    private final Set<AttributeName> attributes;
    private final Set<String> functions;
    private final List<String> hints;
    private final String printed;
    private final boolean mentionsAttributes;

    private Expression(String text, Parser.Parsed parsed) {
        this.root = parsed.root();
        this.attributes = Collections.unmodifiableSet(new LinkedHashSet<>(parsed.attributes()));
        this.functions = Set.copyOf(parsed.functions());
        this.hints = parsed.hints();
        StringBuilder out = new StringBuilder();
        root.print(out);
        this.printed = out.length() > LONGEST ? text : out.toString();
        this.mentionsAttributes = root.has(node -> node instanceof Reading || node instanceof Unstatable);
    }

    /**
     * Reads an expression.
     *
     * @param text at most {@value #LONGEST} characters
     * @param knownAttributes the names that the cloud is known to use, for finding mistakes
     * @throws InvalidExpressionException if it cannot be used, with all problems that were found and their columns
     */
    public static Expression parse(String text, Collection<String> knownAttributes) {
        if (text.length() > LONGEST) {
            throw new InvalidExpressionException(List.of(new InvalidExpressionException.Problem(
                    LONGEST + 1,
                    "The expression has %d characters; it may have %d.".formatted(text.length(), LONGEST))));
        }
        try {
            return new Expression(text, Parser.parse(text, knownAttributes));
        } catch (StackOverflowError tooDeep) {
            throw new InvalidExpressionException(List.of(new InvalidExpressionException.Problem(1, Parser.TOO_DEEP)));
        }
    }

    /** The expression in one form, or as it was written if that form is too long; it reads as the same expression. */
    public String print() {
        return printed;
    }

    /** The attributes that it reads, in the order in which it names them. */
    public Set<AttributeName> attributes() {
        return attributes;
    }

    /** What is worth knowing about it, although it can be used; one sentence each, with a column. */
    public List<String> hints() {
        return hints;
    }

    /** Whether its value must not be shown. */
    public boolean redacts() {
        return functions.contains("Redact");
    }

    /** Whether it may come to something else when it is evaluated again on the same object. */
    public boolean isVolatile() {
        return functions.stream().anyMatch(Functions::isVolatile);
    }

    /** What it comes to. It throws nothing, whatever the inputs hold. */
    public Evaluated evaluate(Inputs inputs) {
        try {
            return evaluated(root.evaluate(inputs), inputs);
        } catch (Fault fault) {
            return new Evaluated.Failed(
                    fault.words().startsWith(Call.FUNCTION)
                            ? fault.words() + "."
                            : "The expression %s.".formatted(fault.words()));
        } catch (StackOverflowError tooDeep) {
            return new Evaluated.Failed("The expression is too deep for this object; split it.");
        }
    }

    private Evaluated evaluated(Value value, Inputs inputs) {
        if (value.isMissing()) {
            return value == Value.Missing.CLEARED ? EMPTY : ABSENT;
        } else if (value instanceof Value.Dropped) {
            return DROPPED;
        }
        if (!(value instanceof Value.Many many)) {
            return value.isMissingOrEmpty() ? empty(inputs) : new Evaluated.Values(List.of(stated(value)));
        }
        List<AttributeValue> values = new ArrayList<>(many.values().size());
        for (Value one : many.values()) {
            if (!one.isMissingOrEmpty()) {
                values.add(stated(one));
            }
        }
        return values.isEmpty() ? empty(inputs) : new Evaluated.Values(values);
    }

    /** A source that never mentioned any of the attributes does not ask for anything to be cleared. */
    private Evaluated empty(Inputs inputs) {
        return !mentionsAttributes
                        || attributes.stream()
                                .anyMatch(name -> inputs.stated(name).isPresent())
                ? EMPTY
                : ABSENT;
    }

    private static AttributeValue stated(Value value) {
        return value instanceof Value.Bytes bytes ? bytes.octets() : AttributeValue.text(value.asText("the result"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression expression && printed.equals(expression.printed);
    }

    @Override
    public int hashCode() {
        return printed.hashCode();
    }

    @Override
    public String toString() {
        return printed;
    }
}
