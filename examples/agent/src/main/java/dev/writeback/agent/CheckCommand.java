package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.writeback.engine.json.JsonLinesSource;
import dev.writeback.ldap.Grant;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.plan.Printable;
import dev.writeback.spi.CheckRequest.Depth;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import dev.writeback.spi.SourceRead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether everything is there that a run needs: one line a finding. */
@Command(
        name = "check",
        description = {
            "Check the feed, the profile, and how the directory can be reached and written; change nothing.",
            "With --grant, print the commands that give the account the rights which the profile needs, and no other."
        },
        footer = {"", "Exit codes: 0 nothing is wrong, 1 something is, 4 something cannot be reached or signed in to"})
final class CheckCommand implements Callable<Integer> {

    private static final Set<String> ON_THE_WAY = Set.of("reach", "tls", "sign-in");

    private final Globals globals;

    @Option(
            names = "--thorough",
            description =
                    "Look at every entry in scope for addresses that two have and for rights that are not inherited.")
    private boolean thorough;

    @Option(
            names = "--grant",
            arity = "0..1",
            fallbackValue = GrantPrint.ALL,
            paramLabel = "FORM",
            description = "Print commands that grant the rights: dsacls, powershell or samba; all of them by default.")
    private @Nullable String grant;

    @Option(
            names = "--classes",
            split = ",",
            paramLabel = "CLASS",
            description =
                    "With --grant, the classes of the entries, such as contact and group; user and inetOrgPerson by default.")
    private List<String> classes = new ArrayList<>();

    CheckCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Setting setting = globals.setting();
        String form = grant;
        if (form != null) {
            return granted(setting, form).number();
        }
        if (!classes.isEmpty()) {
            throw Failure.usage("--classes says nothing without --grant; take it out");
        }
        Output output = setting.output();
        List<Finding> findings = new ArrayList<>();
        findings.add(ofFeed(setting.configuration().feed()));
        try (Workplace workplace = Workplace.preview(setting)) {
            findings.addAll(workplace.writeback().check(thorough ? Depth.THOROUGH : Depth.USUAL));
        }
        if (output.isJson()) {
            output.result(json(findings));
        } else {
            findings.stream()
                    .filter(finding -> !output.isQuiet() || finding.level() != Level.OK)
                    .forEach(finding -> output.result(line(output.paint(), finding)));
        }
        return exitCode(findings).number();
    }

    private ExitCode granted(Setting setting, String form) {
        GrantPrint print = new GrantPrint(setting, form, classes.isEmpty() ? Grant.Request.MAILBOXES : classes);
        for (int i = 0; i < setting.configuration().directories().size(); i++) {
            try (LdapDirectory directory = Workplace.directory(setting, i)) {
                print.print(directory, setting.configuration().directories().get(i));
            }
        }
        return ExitCode.DONE;
    }

    private static ExitCode exitCode(List<Finding> findings) {
        boolean unreachable = findings.stream()
                .anyMatch(finding -> finding.level() == Level.UNREACHABLE
                        || (finding.level() == Level.ERROR && ON_THE_WAY.contains(finding.topic())));
        if (unreachable) {
            return ExitCode.UNREACHABLE;
        }
        return findings.stream().anyMatch(finding -> finding.level() == Level.ERROR)
                ? ExitCode.SOME_FAILED
                : ExitCode.DONE;
    }

    /** Only the beginning of the feed is read: this is a check of minutes at most, not a run. */
    private static Finding ofFeed(Path feed) {
        try (JsonLinesSource source = JsonLinesSource.of(feed)) {
            return source.read(null)
                    .match(
                            page -> ofPage(feed, page),
                            unavailable -> new Finding(
                                    Level.UNREACHABLE,
                                    "feed",
                                    unavailable.problem().reason(),
                                    unavailable.problem().action()),
                            expired -> Finding.ok("feed", "The feed %s will be read from the start.".formatted(feed)));
        }
    }

    private static Finding ofPage(Path feed, SourceRead.Page page) {
        String read = "The feed %s can be read; changes in its first lines: %d"
                .formatted(feed, page.changes().size());
        return page.rejected().isEmpty()
                ? Finding.ok("feed", read + ".")
                : new Finding(
                        Level.WARNING,
                        "feed",
                        "%s, malformed: %d, the first at %s: %s."
                                .formatted(
                                        read,
                                        page.rejected().size(),
                                        page.rejected().get(0).place(),
                                        page.rejected().get(0).reason()),
                        "Correct them where the feed is made; a run keeps them aside.");
    }

    private static String line(Paint paint, Finding finding) {
        String level =
                String.format(Locale.ROOT, "%-11s", finding.level().name().toLowerCase(Locale.ROOT));
        String coloured = switch (finding.level()) {
            case OK -> paint.green(level);
            case WARNING -> paint.yellow(level);
            case ERROR, UNREACHABLE -> paint.red(level);
        };
        String action = finding.action().isEmpty() ? "" : " " + finding.action();
        return coloured
                + Printable.of(String.format(Locale.ROOT, " %-9s %s%s", finding.topic(), finding.message(), action));
    }

    private static String json(List<Finding> findings) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (Finding finding : findings) {
            all.addObject()
                    .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                    .put("topic", finding.topic())
                    .put("message", finding.message())
                    .put("action", finding.action());
        }
        return all.toString();
    }
}
