package dev.writeback.quickstart;

import dev.writeback.engine.PlanReport;
import dev.writeback.engine.RunReport;
import dev.writeback.engine.Writeback;
import dev.writeback.engine.json.JsonLinesSource;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.ldap.LdapSettings;
import dev.writeback.model.Dn;
import dev.writeback.plan.PlanDiff;
import dev.writeback.plan.Status;
import dev.writeback.testkit.directory.EntrySnapshot;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Shows the main job: what the cloud states, what is planned, what was written, and that a second run writes nothing. */
public final class Quickstart {

    private static final List<String> SHOWN = List.of(
            "proxyAddresses",
            "mail",
            "extensionAttribute1",
            "extensionAttribute9",
            "msExchExtensionCustomAttribute1",
            "msExchRecipientTypeDetails",
            "msExchRecipientDisplayType");

    private final PrintStream out;

    Quickstart(PrintStream out) {
        this.out = out;
    }

    /** Runs the sample; takes no arguments. */
    public static void main(String[] args) throws IOException {
        new Quickstart(new PrintStream(System.out, true, StandardCharsets.UTF_8)).show();
    }

    void show() throws IOException {
        Path feed = feed();
        try (InMemoryActiveDirectory server = SampleDirectory.start();
                LdapDirectory directory = LdapDirectory.open(settings(server));
                JsonLinesSource source = JsonLinesSource.of(feed);
                Writeback writeback = Writeback.builder()
                        .source(source)
                        .directory(directory)
                        .reporter(this::report)
                        .build()) {
            out.println(
                    "A directory with four people listens at " + server.ldapUrl() + "; a feed states what changed.");
            heading("The plan (nothing is written yet)");
            PlanReport planned = writeback.plan(plan -> out.print(PlanDiff.text(plan)));
            out.printf("%d line of the feed cannot be read%n", planned.counts().rejected());
            heading("The run, one status for each object");
            summary(writeback.runOnce());
            heading("What the directory holds now");
            show(server, "ada");
            show(server, "info");
            heading("A second look at everything finds nothing to write");
            summary(writeback.reconcile());
        } finally {
            Files.delete(feed);
            Files.delete(feed.getParent());
        }
    }

    private static LdapSettings settings(InMemoryActiveDirectory server) {
        return LdapSettings.builder()
                .servers(List.of(server.ldapUrl()))
                .tls(LdapSettings.Tls.NONE)
                .baseDn(Dn.of(server.baseDn()))
                .bind(server.adminDn(), () -> server.adminPassword().toCharArray())
                .build();
    }

    private void report(Status status) {
        out.printf(
                "%-8s %s%n",
                status.result().label(),
                status.plan()
                        .flatMap(plan -> plan.entry())
                        .map(entry -> entry.dn().value())
                        .or(() -> status.object().map(id -> "object " + id))
                        .orElse("a line of the feed"));
        status.problem().ifPresent(problem -> out.println("         " + problem));
    }

    private void summary(RunReport report) {
        out.printf(
                "%s: %d written, %d unchanged, %d left alone, %d failed, with %d lookups and %d writes%n",
                report.ending(),
                report.counts().written(),
                report.counts().unchanged(),
                report.counts().skippedInAll(),
                report.counts().failed() + report.counts().rejected(),
                report.counts().lookups(),
                report.counts().writes());
    }

    private void show(InMemoryActiveDirectory server, String user) {
        EntrySnapshot entry = server.entry("CN=" + user + ",OU=People," + server.baseDn())
                .orElseThrow(() -> new IllegalStateException("the sample has no user " + user));
        out.println(entry.dn());
        for (String attribute : SHOWN) {
            entry.values(attribute).forEach(value -> out.printf("  %s: %s%n", attribute, value));
        }
    }

    private void heading(String text) {
        out.printf("%n== %s%n%n", text);
    }

    private static Path feed() throws IOException {
        Path file = Files.createTempDirectory("writeback-quickstart").resolve("feed.jsonl");
        try (InputStream sample = Quickstart.class.getResourceAsStream("feed.jsonl")) {
            if (sample == null) {
                throw new IllegalStateException("the sample feed is missing from the quickstart's jar");
            }
            Files.copy(sample, file);
        }
        return file;
    }
}
