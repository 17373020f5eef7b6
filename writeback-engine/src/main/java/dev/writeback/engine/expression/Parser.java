package dev.writeback.engine.expression;

import dev.writeback.engine.expression.InvalidExpressionException.Problem;
import dev.writeback.model.AttributeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an expression into a checked tree. What is no expression ends the reading; other mistakes are collected. */
final class Parser {

    private static final int DEEPEST = 400;
    static final String TOO_DEEP = "The expression is nested more than %d deep; split it.".formatted(DEEPEST);

    private final List<Token> tokens;
    private final Names names;
    private final List<String> hints;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<AttributeName> attributes = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();
    private int at;
    private int depth;

    private Parser(List<Token> tokens, Names names, List<String> hints) {
        this.tokens = tokens;
        this.names = names;
        this.hints = hints;
    }

    /**
     * A tree and what is known of it.
     *
     * @param attributes what it reads
     * @param functions what it calls
     * @param hints what is worth knowing, one sentence each
     */
    record Parsed(Node root, Set<AttributeName> attributes, Set<String> functions, List<String> hints) {}

    static Parsed parse(String text, Collection<String> knownAttributes) {
        List<String> hints = new ArrayList<>();
        List<Problem> found = new ArrayList<>();
        try {
            Parser parser = new Parser(Lexer.tokens(text, hints), new Names(knownAttributes), hints);
            found = parser.problems;
            Node root = parser.whole();
            if (found.isEmpty()) {
                return new Parsed(root, parser.attributes, parser.functions, List.copyOf(hints));
            }
        } catch (Misuse misuse) {
            found.add(new Problem(misuse.column(), misuse.sentence()));
        }
        found.sort(Comparator.comparingInt(Problem::column));
        throw new InvalidExpressionException(found);
    }

    private Node whole() {
        Node root = operation(Operators.JOINING);
        refuseWord(root);
        Token rest = take();
        if (rest.kind() != Token.Kind.END) {
            throw unexpected(rest, "The expression ends before %s; take away what follows.".formatted(rest.shown()));
        }
        Placement.check(root, problems);
        return root;
    }

    /** Which operators may stand here without parentheses around a function's condition. */
    enum Operators {
        /** Only {@code &}. */
        JOINING,
        /** Comparisons as well. */
        COMPARING
    }

    private Node operation(Operators allowed) {
        Node left = joined(allowed);
        Optional<Comparison.Operator> operator = comparison();
        if (operator.isEmpty()) {
            return left;
        }
        Token sign = take();
        if (allowed == Operators.JOINING) {
            problems.add(new Problem(
                    sign.column(),
                    "'%s' compares only in the condition of IIF and the argument of CBool or Not."
                            .formatted(sign.text())));
        }
        Node right = operand(allowed);
        refuseWord(left);
        refuseWord(right);
        if (peek().is("&")) {
            throw new Misuse(
                    peek().column(), "'&' behind a comparison can be read in two ways; put parentheses around one.");
        }
        if (comparison().isPresent()) {
            throw new Misuse(
                    peek().column(), "There is no AND, and a comparison has two sides; nest IIF, or add parentheses.");
        }
        Operands.hint(left, right, hints);
        return new Comparison(operator.get(), left, right, sign.column());
    }

    private Node joined(Operators allowed) {
        Node first = operand(allowed);
        if (!peek().is("&")) {
            return first;
        }
        int column = peek().column();
        List<Node> operands = new ArrayList<>(List.of(first));
        while (peek().is("&")) {
            take();
            operands.add(operand(allowed));
        }
        operands.forEach(this::refuseWord);
        return Concatenation.of(operands, column);
    }

    private Optional<Comparison.Operator> comparison() {
        for (Comparison.Operator operator : Comparison.Operator.values()) {
            if (peek().is(operator.sign())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private Node operand(Operators allowed) {
        if (++depth > DEEPEST) {
            throw new Misuse(peek().column(), TOO_DEEP);
        }
        try {
            Token token = take();
            return switch (token.kind()) {
                case TEXT -> new Literal(Value.text(token.text()), token.column());
                case NUMBER -> number(token);
                case ATTRIBUTE -> attribute(token);
                case NAME -> peek().is("(") ? call(token) : constant(token);
                case SIGN, FOREIGN, END -> inParentheses(token, allowed);
            };
        } finally {
            depth--;
        }
    }

    private Node inParentheses(Token open, Operators allowed) {
        if (!open.is("(")) {
            throw new Misuse(
                    open.column(),
                    "Here stands %s, and a function, an attribute, a text or a number should.".formatted(open.shown()));
        }
        Node inner = operation(allowed);
        expect(")");
        return inner;
    }

    private Node number(Token token) {
        try {
            return new Literal(Numbers.value(token), token.column());
        } catch (Misuse misuse) {
            problems.add(new Problem(misuse.column(), misuse.sentence()));
            return new Literal(Value.Missing.ABSENT, token.column());
        }
    }

    private Node attribute(Token token) {
        Optional<AttributeName> name = names.attribute(token, problems, hints);
        name.ifPresent(attributes::add);
        return name.<Node>map(known -> new Reading(known, token.column()))
                .orElseGet(() -> new Unstatable(token.text(), token.column()));
    }

    private Node constant(Token token) {
        return switch (token.text()) {
            case "True" -> new Literal(Value.Truth.TRUE, token.column());
            case "False" -> new Literal(Value.Truth.FALSE, token.column());
            case "NULL" -> new Literal(Value.Missing.ABSENT, token.column());
            default -> new Keyword(token.text(), token.column());
        };
    }

    /** A bare word means something only to the function that it is an argument of. */
    private void refuseWord(@Nullable Node node) {
        if (node instanceof Keyword keyword) {
            problems.add(new Problem(keyword.column(), Names.unknownWord(keyword.word())));
        }
    }

    private Node call(Token name) {
        Optional<Function> function = names.function(name, problems);
        take();
        List<@Nullable Node> nodes = new ArrayList<>();
        Operators allowed =
                function.filter(it -> Functions.takesCondition(it.name())).isPresent()
                        ? Operators.COMPARING
                        : Operators.JOINING;
        boolean more = !peek().is(")");
        while (more) {
            boolean empty = peek().is(",") || peek().is(")");
            Node node = empty ? null : operation(nodes.isEmpty() ? allowed : Operators.JOINING);
            if (function.isEmpty() || !Functions.takesWord(name.text(), nodes.size())) {
                refuseWord(node);
            }
            nodes.add(node);
            more = peek().is(",");
            if (more) {
                take();
            }
        }
        expect(")");
        if (function.isEmpty()) {
            return new Literal(Value.Missing.ABSENT, name.column());
        }
        functions.add(function.get().name());
        return bound(function.get(), name, nodes);
    }

    private Node bound(Function function, Token name, List<@Nullable Node> nodes) {
        Slots slots = new Slots(function.signature(), nodes);
        try {
            Arguments.check(function, slots, name.column());
            Functions.hint(function, slots, name.column(), hints);
            return new Call(function, slots, function.binder().bind(slots), name.column());
        } catch (Misuse misuse) {
            int column = misuse.column() == 0 ? name.column() : misuse.column();
            problems.add(new Problem(column, function.name() + ": " + misuse.sentence()));
            return new Literal(Value.Missing.ABSENT, name.column());
        }
    }

    private void expect(String sign) {
        Token token = take();
        if (!token.is(sign)) {
            throw unexpected(token, "Here stands %s, and '%s' should.".formatted(token.shown(), sign));
        }
    }

    /** What stands where no operand can. */
    private Misuse unexpected(Token token, String sentence) {
        boolean word = token.kind() == Token.Kind.NAME && (Names.isLogic(token.text()) || !peek().is("("));
        boolean minus = token.kind() == Token.Kind.NUMBER && token.text().startsWith("-");
        String reason = word ? Names.unknownWord(token.text()) : minus ? Lexer.refusal('-') : sentence;
        return new Misuse(token.column(), reason);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = tokens.get(at);
        if (token.kind() == Token.Kind.FOREIGN) {
            throw new Misuse(token.column(), token.text());
        }
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }
}
