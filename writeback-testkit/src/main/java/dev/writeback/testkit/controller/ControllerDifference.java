package dev.writeback.testkit.controller;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A question that the in-memory directory answers otherwise than the lab's domain controller, as both were measured.
 * Immutable.
 *
 * @param asked what is asked
 * @param lab what Samba 4.17 answers: values, or a result code with the first eight digits of the message
 * @param inMemory what {@link dev.writeback.testkit.directory.InMemoryActiveDirectory} answers
 * @param activeDirectory what Active Directory is documented or known to do; empty if it is not known
 */
public record ControllerDifference(String asked, String lab, String inMemory, String activeDirectory) {

    private static final String TABLE = "differences.tsv";

    /**
     * The table, which is the resource {@code differences.tsv} beside this class.
     *
     * @return all differences that are known
     */
    public static List<ControllerDifference> all() {
        try (InputStream in = ControllerDifference.class.getResourceAsStream(TABLE)) {
            String text = new String(Objects.requireNonNull(in, TABLE).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(column -> new ControllerDifference(column[0], column[1], column[2], column[3]))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("The resource " + TABLE + " of the testkit cannot be read", broken);
        }
    }

    /**
     * What a server is expected to answer.
     *
     * @param server the server
     * @return the answer
     */
    public String expectedOf(MeasuredServer server) {
        return switch (server) {
            case LAB -> lab;
            case IN_MEMORY -> inMemory;
        };
    }
}
