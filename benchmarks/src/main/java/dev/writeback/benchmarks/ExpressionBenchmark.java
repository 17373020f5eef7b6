package dev.writeback.benchmarks;

import dev.writeback.engine.expression.Evaluated;
import dev.writeback.engine.expression.Expression;
import dev.writeback.engine.expression.Inputs;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long an expression of five calls takes on one object. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExpressionBenchmark {

    private final Inputs inputs = inputs();
    private final Expression text = parse("Append(ToUpper(Left(StripSpaces(Trim([DisplayName])), 12)), [Office])");
    private final Expression choice = parse(
            "Switch(ToLower([Department]), IIF(IsPresent([Office]), Append([Office], \"-EU\"), \"none\"), \"hr\", \"Human"
                    + " Resources\", \"it\", \"Information Technology\")");
    private final Expression pattern = parse(
            "ToLower(Replace(Trim(Append(StripSpaces([DisplayName]), [Phone])), , \"[^A-Za-z0-9]\", , \"\", , ))");
    private final Expression dates = parse(
            "IIF(DateDiff(\"d\", DateFromNum([Expires]), DateAdd(\"m\", 6, Now())) > 0, \"expired\", CStr(\"valid\"))");
    private final Expression formatted = parse(
            "Append(FormatDateTime(DateAdd(\"d\", 1, CDate(Trim([Hired]))), \"M/d/yyyy h:mm:ss tt\", \"yyyy-MM-dd\"), \"Z\")");

    private static Expression parse(String text) {
        return Expression.parse(text, List.of());
    }

    private static Inputs inputs() {
        Map<AttributeName, List<AttributeValue>> stated = Map.of(
                AttributeName.of("DisplayName"), List.of(AttributeValue.text(" Ada King Lovelace ")),
                AttributeName.of("Office"), List.of(AttributeValue.text("Lisbon")),
                AttributeName.of("Department"), List.of(AttributeValue.text("Research")),
                AttributeName.of("Phone"), List.of(AttributeValue.text("+351 (21) 555-0100")),
                AttributeName.of("Expires"), List.of(AttributeValue.whole(133485408000000000L)),
                AttributeName.of("Hired"), List.of(AttributeValue.text("2024-02-29T22:15:00+03:00")));
        return new Inputs() {
            @Override
            public Optional<List<AttributeValue>> stated(AttributeName attribute) {
                return Optional.ofNullable(stated.get(attribute));
            }

            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public LongSupplier random() {
                return () -> 42;
            }
        };
    }

    /** Five functions of one text. */
    @Benchmark
    public Evaluated text() {
        return text.evaluate(inputs);
    }

    /** A choice, and another where none of the keys is met. */
    @Benchmark
    public Evaluated choice() {
        return choice.evaluate(inputs);
    }

    /** A pattern that matches at several places. */
    @Benchmark
    public Evaluated pattern() {
        return pattern.evaluate(inputs);
    }

    /** Dates that are compared. */
    @Benchmark
    public Evaluated dates() {
        return dates.evaluate(inputs);
    }

    /** A date that is read, moved, printed, read and printed again. */
    @Benchmark
    public Evaluated formatted() {
        return formatted.evaluate(inputs);
    }
}
