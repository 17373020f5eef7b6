package com.example.nordwind;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** Writes what Nordwind's cloud would export. */
record Export(Path file) {

    private static final List<String> COLUMNS = Stream.of(
                    "id,version,removed,immutableId,externalDirectoryObjectId,securityIdentifier,distinguishedName",
                    "IsExchangeCloudManaged,CustomAttribute2,CustomAttribute15,EmailAddresses",
                    "ElcMailboxFlags,ArchiveGuid,HiddenFromAddressListsEnabled,CustomAttribute1")
            .flatMap(names -> Stream.of(names.split(",")))
            .toList();

    static Export in(Path folder) {
        Export export = new Export(folder.resolve("mailboxes.csv"));
        export.line(String.join(",", COLUMNS));
        return export;
    }

    void state(List<CloudChange> changes) {
        changes.forEach(change -> line(CSVFormat.RFC4180.format(cells(change).toArray())));
    }

    void line(String text) {
        try {
            Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static List<String> cells(CloudChange change) {
        Map<String, String> row = new HashMap<>();
        row.put("id", change.id().value());
        change.version().ifPresent(version -> row.put("version", Long.toString(version)));
        if (change instanceof CloudChange.Update update) {
            update.anchors().forEach(anchor -> anchor(anchor, row));
            update.attributes().forEach((name, values) -> row.put(name.value(), cell(values)));
        } else {
            row.put("removed", "yes");
        }
        List<String> cells = new ArrayList<>();
        COLUMNS.forEach(column -> cells.add(row.getOrDefault(column, "")));
        return cells;
    }

    private static void anchor(Anchor anchor, Map<String, String> row) {
        if (anchor instanceof Anchor.ImmutableId it) {
            row.put("immutableId", it.guid().toBase64());
        } else if (anchor instanceof Anchor.ExternalDirectoryObjectId it) {
            row.put("externalDirectoryObjectId", it.value());
        } else if (anchor instanceof Anchor.SecurityIdentifier it) {
            row.put("securityIdentifier", it.value());
        } else if (anchor instanceof Anchor.DistinguishedName it) {
            row.put("distinguishedName", it.dn().value());
        }
    }

    private static String cell(List<AttributeValue> values) {
        return values.isEmpty()
                ? "[]"
                : values.stream()
                        .map(value -> value.toString()
                                .replaceAll("[\\\\|\\[]", "\\\\$0")
                                .replace("\n", "\\n"))
                        .collect(Collectors.joining("|"));
    }
}
