package com.example.nordwind;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What the columns of an export are.
 *
 * <p>{@code id}, {@code version}, {@code removed} and the anchors have columns of their own; every other column is an
 * attribute. An empty cell says nothing, {@code []} clears the attribute, {@code |} stands between two values; a backslash
 * takes its meaning from the character behind it.
 *
 * @param columns their names, in order
 */
record CsvHeader(List<String> columns) {

    private static final Map<String, Function<String, Anchor>> ANCHORS = anchors();
    private static final List<String> OWN = List.of("id", "version", "removed");
    private static final String CLEARED = "[]";

    static CsvHeader of(String line) {
        return new CsvHeader(cells(line));
    }

    /** @throws IllegalArgumentException if a line cannot be read; the message says why */
    CloudChange change(String line) {
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("The line has %d cells, and the header has %d; quote what holds a comma."
                    .formatted(cells.size(), columns.size()));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.put(columns.get(i), cells.get(i));
            }
        }
        return change(row);
    }

    private static CloudChange change(Map<String, String> row) {
        CloudObjectId id = CloudObjectId.of(row.getOrDefault("id", ""));
        OptionalLong version = version(row.getOrDefault("version", ""));
        if (row.containsKey("removed")) {
            return new CloudChange.Removal(id, version);
        }
        List<Anchor> anchors = new ArrayList<>();
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
        row.forEach((column, cell) -> {
            if (ANCHORS.containsKey(column)) {
                anchors.add(ANCHORS.get(column).apply(cell));
            } else if (!OWN.contains(column)) {
                attributes.put(AttributeName.of(column), values(cell));
            }
        });
        return new CloudChange.Update(id, version, anchors, attributes);
    }

    private static OptionalLong version(String cell) {
        try {
            return cell.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("The version is no number; leave it out or count upwards.", noNumber);
        }
    }

    private static List<AttributeValue> values(String cell) {
        if (cell.equals(CLEARED)) {
            return List.of();
        }
        List<AttributeValue> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '|') {
                values.add(AttributeValue.text(value.toString()));
                value.setLength(0);
            } else if (c == '\\' && i + 1 < cell.length()) {
                i++;
                value.append(cell.charAt(i) == 'n' ? '\n' : cell.charAt(i) == 'r' ? '\r' : cell.charAt(i));
            } else {
                value.append(c);
            }
        }
        values.add(AttributeValue.text(value.toString()));
        return values;
    }

    private static List<String> cells(String line) {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            Optional<CSVRecord> record = parser.stream().findFirst();
            return record.map(CSVRecord::toList).orElse(List.of());
        } catch (IOException | UncheckedIOException malformed) {
            throw new IllegalArgumentException("A quotation mark in the line is not closed or not doubled.", malformed);
        }
    }

    private static Map<String, Function<String, Anchor>> anchors() {
        return Map.of(
                "immutableId",
                cell -> new Anchor.ImmutableId(ObjectGuid.ofBase64(cell)),
                "externalDirectoryObjectId",
                Anchor.ExternalDirectoryObjectId::new,
                "securityIdentifier",
                Anchor.SecurityIdentifier::new,
                "distinguishedName",
                cell -> new Anchor.DistinguishedName(Dn.of(cell)));
    }
}
