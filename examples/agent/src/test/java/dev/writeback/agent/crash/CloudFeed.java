package dev.writeback.agent.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A cloud that writes a feed: every change states some of a mailbox's properties, clears others and is silent on the
 * rest, and the last custom attribute always names the change. Some lines come late, after newer ones.
 */
final class CloudFeed {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS = List.of(
            "Research",
            "R\u00fccksprache",
            "\u65e5\u672c\u8a9e",
            "na\u00efve <b>&amp;</b>",
            "\ud83d\udcee post",
            "I\u0131\u0130i");

    private final Random random;
    private final Path file;
    private final Map<String, Mailbox> mailboxes = new LinkedHashMap<>();
    private final List<Mailbox> byNumber = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();
    private final List<Late> withheld = new ArrayList<>();

    private record Late(Mailbox mailbox, long version, Map<String, @Nullable Object> attributes) {}

    CloudFeed(Path file, Collection<EntryState> entries, Random random) throws IOException {
        this.file = file;
        this.random = random;
        for (EntryState entry : entries) {
            Mailbox mailbox = new Mailbox("object-" + entry.guid(), entry);
            mailboxes.put(mailbox.id(), mailbox);
            byNumber.add(mailbox);
            versions.add(0L);
        }
        Files.createDirectories(file.getParent());
    }

    Map<String, Mailbox> mailboxes() {
        return mailboxes;
    }

    /** Tells of every mailbox once. */
    void begin() {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < byNumber.size(); number++) {
            change(number, lines);
        }
        append(lines);
    }

    /** Changes some mailboxes, several of them twice, and brings what is late. */
    void grow(int changes) {
        List<String> lines = new ArrayList<>();
        while (lines.size() < changes) {
            int number = random.nextInt(byNumber.size());
            change(number, lines);
            if (random.nextInt(3) == 0) {
                change(number, lines);
            }
        }
        Collections.shuffle(withheld, random);
        withheld.forEach(late -> lines.add(line(late.mailbox(), late.version(), late.attributes())));
        withheld.clear();
        append(lines);
    }

    /** Changes mailboxes of different numbers once each; returns how many there were. */
    int changeEachOnce(int most) {
        int step = Math.max(1, byNumber.size() / most);
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < byNumber.size(); number += step) {
            long version = versions.get(number) + 1;
            versions.set(number, version);
            lines.add(line(byNumber.get(number), version, attributes(number, version)));
        }
        append(lines);
        return lines.size();
    }

    /** The next change of a mailbox; one in thirty is held back first, and the one after it comes instead. */
    private void change(int number, List<String> lines) {
        long version = versions.get(number) + 1;
        Mailbox mailbox = byNumber.get(number);
        if (version > 1 && random.nextInt(30) == 0) {
            withheld.add(new Late(mailbox, version, attributes(number, version)));
            version++;
        }
        versions.set(number, version);
        lines.add(line(mailbox, version, attributes(number, version)));
    }

    private Map<String, @Nullable Object> attributes(int number, long version) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("IsExchangeCloudManaged", true);
        for (int i = 1; i <= 14; i++) {
            if (random.nextInt(4) == 0) {
                attributes.put("CustomAttribute" + i, random.nextInt(4) == 0 ? nothing() : word() + " " + version);
            }
        }
        for (int i = 1; i <= 5; i++) {
            if (random.nextInt(6) == 0) {
                attributes.put(
                        "ExtensionCustomAttribute" + i,
                        random.nextInt(4) == 0 ? nothing() : List.of(word() + " a", "b " + version, "common"));
            }
        }
        if (random.nextInt(2) == 0) {
            addresses(number, version, attributes);
        }
        if (random.nextInt(8) == 0) {
            List<String> types = Mailbox.types();
            attributes.put("RecipientTypeDetails", types.get(random.nextInt(types.size())));
        }
        if (random.nextInt(8) == 0) {
            attributes.put("HiddenFromAddressListsEnabled", random.nextInt(3) == 0 ? null : random.nextBoolean());
        }
        if (version > 1 && random.nextInt(8) == 0) {
            attributes.put("GrantSendOnBehalfTo", random.nextInt(3) == 0 ? null : List.of(reference(), reference()));
        }
        attributes.put("CustomAttribute15", "change " + version);
        return attributes;
    }

    private void addresses(int number, long version, Map<String, @Nullable Object> attributes) {
        String first = byNumber.get(number).found().values("mail").iterator().next();
        String other = "change." + version + "." + first;
        boolean swapped = random.nextBoolean();
        attributes.put(
                "EmailAddresses",
                List.of(
                        (swapped ? "smtp:" : "SMTP:") + first,
                        (swapped ? "SMTP:" : "smtp:") + other,
                        "smtp:also." + random.nextInt(3) + "." + first));
        attributes.put("WindowsEmailAddress", swapped ? other : first);
    }

    /** To one of which the feed has told before. */
    private Map<String, String> reference() {
        return Map.of("ref", byNumber.get(random.nextInt(byNumber.size())).id());
    }

    private @Nullable Object nothing() {
        return switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> List.of();
            default -> null;
        };
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String line(Mailbox mailbox, long version, Map<String, @Nullable Object> attributes) {
        Map<String, List<String>> properties = new LinkedHashMap<>();
        attributes.forEach((property, value) -> properties.put(property, texts(value)));
        properties.remove("IsExchangeCloudManaged");
        mailbox.state(version, properties);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", mailbox.id());
        line.put("version", version);
        line.put("anchor", Map.of("immutableId", mailbox.found().immutableId()));
        line.put("attributes", attributes);
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<String> texts(@Nullable Object value) {
        if (value == null || value.equals("")) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> each instanceof Map<?, ?> reference
                            ? String.valueOf(reference.get("ref"))
                            : each.toString())
                    .toList();
        }
        return List.of(value instanceof Boolean flag ? (flag ? "TRUE" : "FALSE") : value.toString());
    }

    private void append(List<String> lines) {
        try {
            Files.writeString(
                    file, String.join("\n", lines) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
