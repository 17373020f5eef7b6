package dev.writeback.agent;

import dev.writeback.agent.Configuration.DirectorySettings;
import dev.writeback.agent.StatusDesk.Voice;
import dev.writeback.engine.Directories;
import dev.writeback.engine.Directory;
import dev.writeback.engine.RunReport;
import dev.writeback.engine.Writeback;
import dev.writeback.engine.WritebackBuilder;
import dev.writeback.engine.json.JsonLinesReporter;
import dev.writeback.engine.json.JsonLinesSource;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.ldap.LdapSettings;
import dev.writeback.ldap.SignInMethod;
import dev.writeback.spi.CheckRequest.Depth;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.Finding.Level;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WritebackStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Everything that a command works with, opened; closing it finishes what is in flight and delivers what is left. */
final class Workplace implements AutoCloseable {

    private final CloudSource source;
    private final DirectorySink directory;
    private final StatusDesk statuses;
    private final Progress progress;
    private final WritebackStore store;
    private final Writeback writeback;

    private Workplace(
            CloudSource source,
            DirectorySink directory,
            StatusDesk statuses,
            Progress progress,
            WritebackStore store,
            Writeback writeback) {
        this.source = source;
        this.directory = directory;
        this.statuses = statuses;
        this.progress = progress;
        this.store = store;
        this.writeback = writeback;
    }

    /**
     * To read the feed to its present end once. The directory is reached when it is first needed.
     *
     * @throws Failure if a password, the CA file, a keytab, a certificate or the status file cannot be used
     */
    static Workplace once(Setting setting) {
        Progress progress = Progress.start(setting.output(), InstantSource.system());
        return open(
                setting,
                JsonLinesSource.of(setting.configuration().feed()),
                progress,
                desk(setting, progress, Voice.TELLS),
                run -> {});
    }

    /** As {@link #once}, for a command that tells itself what failed. */
    static Workplace telling(Setting setting) {
        Progress progress = Progress.hidden(setting.output(), InstantSource.system());
        return open(
                setting,
                JsonLinesSource.of(setting.configuration().feed()),
                progress,
                desk(setting, progress, Voice.LEAVES_IT_TO_THE_COMMAND),
                run -> {});
    }

    /** As {@link #once}, but nothing that happens is reported, because nothing is done. */
    static Workplace preview(Setting setting) {
        Progress progress = Progress.hidden(setting.output(), InstantSource.system());
        StatusDesk desk = new StatusDesk(setting.output(), Optional.empty(), progress, Voice.TELLS);
        return open(
                setting,
                JsonLinesSource.of(setting.configuration().feed()),
                progress,
                desk,
                run -> {},
                UntoldStore::new);
    }

    /** To read the feed on and on, with somebody who hears of each run. */
    static Workplace following(Setting setting, Consumer<RunReport> runs) {
        Progress progress = Progress.hidden(setting.output(), InstantSource.system());
        return open(
                setting,
                JsonLinesSource.following(setting.configuration().feed()),
                progress,
                desk(setting, progress, Voice.TELLS),
                runs);
    }

    private static Workplace open(
            Setting setting, CloudSource feed, Progress progress, StatusDesk statuses, Consumer<RunReport> runs) {
        return open(setting, feed, progress, statuses, runs, store -> store);
    }

    private static Workplace open(
            Setting setting,
            CloudSource feed,
            Progress progress,
            StatusDesk statuses,
            Consumer<RunReport> runs,
            UnaryOperator<WritebackStore> use) {
        Configuration configuration = setting.configuration();
        DirectorySink directory = directory(setting);
        WritebackStore store = use.apply(store(setting, directory));
        CloudSource source = watched(setting, feed, progress);
        WritebackBuilder builder = Writeback.builder()
                .source(source)
                .directory(directory)
                .store(store)
                .reporter(statuses)
                .profile(configuration.profile())
                .scope(configuration.scope())
                .privilegedEntries(configuration.privileged().names())
                .privilegedEntryIds(configuration.privileged().ids())
                .connections(configuration.connections())
                .limits(configuration.limits())
                .retry(configuration.retry())
                .clockSkew(configuration.clockSkew())
                .uniqueness(configuration.uniqueness())
                .jobId(configuration.jobId())
                .runs(runs);
        configuration.acceptedDomains().ifPresent(builder::acceptedDomains);
        return new Workplace(source, directory, statuses, progress, store, builder.build());
    }

    private static CloudSource watched(Setting setting, CloudSource feed, Progress progress) {
        RejectedLines rejected = new RejectedLines(setting.configuration().rejectedFile());
        return new WatchedSource(feed, new Intake(setting.output(), rejected, progress));
    }

    Writeback writeback() {
        return writeback;
    }

    /**
     * Looks whether a run makes sense at all.
     *
     * @throws Failure if it does not
     */
    void readyToRun() {
        writeback.check(Depth.START).stream().findFirst().ifPresent(finding -> {
            throw new Failure(
                    finding.level() == Level.UNREACHABLE ? ExitCode.UNREACHABLE : ExitCode.USAGE,
                    finding.message() + " " + finding.action());
        });
    }

    /**
     * How many statuses wait for somebody to take them, be it in a preview or not.
     *
     * @throws Failure if the store cannot say
     */
    int undelivered(int atMost) {
        WritebackStore kept = store instanceof UntoldStore untold ? untold.store() : store;
        try {
            return kept.records().outbox().undelivered(atMost).size();
        } catch (StoreException fault) {
            throw new Failure(ExitCode.UNREACHABLE, String.valueOf(fault.getMessage()));
        }
    }

    @Override
    public void close() {
        writeback.close();
        progress.close();
        statuses.close();
        source.close();
        directory.close();
        store.close();
    }

    private static WritebackStore store(Setting setting, DirectorySink directory) {
        try {
            return StoreDesk.open(setting);
        } catch (Failure failure) {
            directory.close();
            throw failure;
        }
    }

    /** The directory, or several as one. */
    private static DirectorySink directory(Setting setting) {
        List<DirectorySettings> all = setting.configuration().directories();
        List<Directory> opened = new ArrayList<>();
        try {
            for (int i = 0; i < all.size(); i++) {
                DirectorySettings one = all.get(i);
                LdapDirectory directory = directory(setting, i, one);
                if (all.size() == 1) {
                    return directory;
                }
                opened.add(new Directory(one.name(), one.baseDn(), directory));
            }
            return Directories.of(opened);
        } catch (Failure failure) {
            opened.forEach(directory -> directory.sink().close());
            throw failure;
        }
    }

    /** One of the directories alone, for who wants nothing but to ask it. The caller closes it. */
    static LdapDirectory directory(Setting setting, int index) {
        return directory(setting, index, setting.configuration().directories().get(index));
    }

    private static LdapDirectory directory(Setting setting, int index, DirectorySettings settings) {
        SignInMethod signIn = settings.bind().method(setting.terminal().environment());
        try {
            LdapSettings.Builder builder = LdapSettings.builder()
                    .servers(settings.servers())
                    .baseDn(settings.baseDn())
                    .signIn(signIn)
                    .tls(settings.tls())
                    .connections(settings.connections())
                    .changes(settings.watch());
            settings.caFile().ifPresent(builder::caFile);
            settings.globalCatalogs().ifPresent(builder::globalCatalogs);
            settings.domain().ifPresent(domain -> {
                builder.domain(domain.name()).nameServers(domain.nameServers());
                domain.site().ifPresent(builder::site);
            });
            return LdapDirectory.open(builder.build());
        } catch (IllegalArgumentException invalid) {
            throw Failure.usage(
                    "%s: directories[%d]: %s".formatted(setting.configuration().file(), index, invalid.getMessage()));
        }
    }

    private static StatusDesk desk(Setting setting, Progress progress, Voice voice) {
        return new StatusDesk(setting.output(), reporter(setting), progress, voice);
    }

    private static Optional<JsonLinesReporter> reporter(Setting setting) {
        Optional<Path> file = setting.configuration().status();
        try {
            return file.isPresent() ? Optional.of(JsonLinesReporter.appendingTo(file.get())) : Optional.empty();
        } catch (IOException fault) {
            throw Failure.usage("%s: status.path: %s cannot be written; its folder must exist and be writable"
                    .formatted(setting.configuration().file(), file.get()));
        }
    }
}
