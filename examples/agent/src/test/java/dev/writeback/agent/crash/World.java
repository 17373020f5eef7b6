package dev.writeback.agent.crash;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cloud's feed, a directory and the agents between them, and what must hold when the agents have come to rest. */
final class World implements AutoCloseable {

    private static final Pattern CYCLE = Pattern.compile("\"cycleId\":\"([^\"]+)\".*?\"ending\":\"completed");

    private final Path folder;
    private final DirectoryProcess directory;
    private final Map<UUID, EntryState> before;
    private final long changesBefore;
    private final CloudFeed feed;
    private final List<AgentNode> agents = new ArrayList<>();
    private boolean storeStays = true;
    private String account = "";

    private World(Path folder, DirectoryProcess directory, Random random) throws IOException, LDAPException {
        this.folder = folder;
        this.directory = directory;
        this.before = directory.users();
        this.changesBefore = directory.changes();
        this.feed = new CloudFeed(folder.resolve("feed/01.jsonl"), before.values(), random);
    }

    /** With that many mailboxes, of which the feed tells nothing yet. */
    static World of(Path folder, int mailboxes, Random random) throws IOException, LDAPException {
        DirectoryProcess directory = DirectoryProcess.start(mailboxes);
        try {
            return new World(folder, directory, random);
        } catch (IOException | LDAPException | RuntimeException fault) {
            directory.close();
            throw fault;
        }
    }

    CloudFeed feed() {
        return feed;
    }

    DirectoryProcess directory() {
        return directory;
    }

    /** How many changes the agents have made so far. */
    long changes() throws LDAPException {
        return directory.changes() - changesBefore;
    }

    /** One more agent, which is not started yet. */
    AgentNode agent(String name, Map<String, String> environment, Consumer<ObjectNode> configure) throws IOException {
        AgentNode agent = AgentNode.in(
                folder.resolve(name), directory, folder.resolve("feed").toAbsolutePath(), environment, configure);
        agents.add(agent);
        return agent;
    }

    /**
     * Everything that is wrong, in sentences; the agents have ended.
     *
     * @param teller an agent that can tell the journal
     */
    List<String> findings(AgentNode teller) throws IOException, InterruptedException, LDAPException {
        int exitCode = teller.run(
                "--quiet", "journal", "--out", teller.path("journal.json").toString());
        if (exitCode != 0) {
            return List.of("the journal cannot be had: exit code %d%n%s".formatted(exitCode, teller.tail("err")));
        }
        List<WriteRecord> journal = WriteRecord.read(teller.path("journal.json"));
        StatusFiles statuses = StatusFiles.read(agents.stream()
                .map(agent -> agent.path("status.jsonl"))
                .filter(Files::exists)
                .toList());
        Map<UUID, EntryState> now = directory.users();
        List<String> findings = new ArrayList<>(DirectoryCheck.of(feed.mailboxes(), now));
        findings.addAll(statuses.findings());
        findings.addAll(StatusCheck.of(feed.mailboxes(), statuses.statuses(), journal, endedRuns()));
        findings.addAll(JournalCheck.of(journal, before, now, changes()));
        account = "%d mailboxes, %d lines of the feed, %d changes in the directory, %d statuses, %d of them told again"
                .formatted(
                        before.size(),
                        feed.mailboxes().values().stream()
                                .mapToInt(Mailbox::changes)
                                .sum(),
                        changes(),
                        statuses.statuses().size(),
                        statuses.repeated());
        return findings;
    }

    /** How much was looked at. */
    String account() {
        return account;
    }

    /** The statuses there are, each once. */
    int statuses() throws IOException {
        return StatusFiles.read(agents.stream()
                        .map(agent -> agent.path("status.jsonl"))
                        .filter(Files::exists)
                        .toList())
                .statuses()
                .size();
    }

    /**
     * That the store goes away in the middle of a settlement. Whoever looks next finds the writes made and the directory as
     * stated, and that is what the last statuses of these objects say.
     */
    void storeGoesAway() {
        storeStays = false;
    }

    /** Those that came to their end with the store: what they did is kept when that is printed. */
    private Set<String> endedRuns() throws IOException {
        Set<String> ended = new HashSet<>();
        if (!storeStays) {
            return ended;
        }
        for (AgentNode agent : agents) {
            Matcher matcher = CYCLE.matcher(Files.readString(agent.path("out")));
            while (matcher.find()) {
                ended.add(matcher.group(1));
            }
        }
        return ended;
    }

    @Override
    public void close() {
        agents.forEach(AgentNode::close);
        directory.close();
    }
}
