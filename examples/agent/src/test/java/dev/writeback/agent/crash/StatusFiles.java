package dev.writeback.agent.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the status files of all agents: each status once, however often it was told. */
final class StatusFiles {

    private final Map<String, StatusRecord> byId = new LinkedHashMap<>();
    private final Findings findings = new Findings();
    private int repeated;

    private StatusFiles() {}

    /** Reads them, one agent's after the other's. */
    static StatusFiles read(List<Path> files) throws IOException {
        StatusFiles all = new StatusFiles();
        for (Path file : files) {
            all.read(file);
        }
        return all;
    }

    /** In the order in which they were made; of one agent, in which they were first told. */
    List<StatusRecord> statuses() {
        List<StatusRecord> statuses = new ArrayList<>(byId.values());
        statuses.sort(Comparator.comparing(StatusRecord::at));
        return statuses;
    }

    /** How many lines were told again. */
    int repeated() {
        return repeated;
    }

    /** What is wrong with the lines themselves. */
    List<String> findings() {
        return findings.sentences();
    }

    private void read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException torn) {
            findings.add("%s is not UTF-8: a torn line has left half a character", file.getFileName());
            text = new String(bytes, StandardCharsets.UTF_8);
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            findings.add("the last line of %s is torn", file.getFileName());
        }
        text.lines().forEach(this::take);
    }

    private void take(String line) {
        try {
            StatusRecord status = StatusRecord.parse(line);
            StatusRecord known = byId.putIfAbsent(status.id(), status);
            if (known != null) {
                repeated++;
                if (!known.line().equals(line)) {
                    findings.add("status %s was told in two ways", status.id());
                }
            }
        } catch (IOException | RuntimeException garbled) {
            findings.add("a line is no status: %s", line.substring(0, Math.min(line.length(), 120)));
        }
    }
}
