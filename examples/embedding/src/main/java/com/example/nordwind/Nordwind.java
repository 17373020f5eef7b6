package com.example.nordwind;

import dev.writeback.engine.RunReport;
import dev.writeback.engine.Writeback;
import dev.writeback.engine.WritebackBuilder;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Conflict;
import dev.writeback.plan.Resolution;
import java.nio.file.Path;
import java.util.List;

/** The product: what the export states flows into the people folder. */
public final class Nordwind {

    /** The built-in profile, but that the registry of people has its own say about {@code extensionAttribute15}. */
    static final Profile PROFILE = Profile.exchangeOnline().toBuilder("nordwind")
            .rule(Rule.of("extensionAttribute15", "CustomAttribute15").withAuthority(Authority.resolver("longest")))
            .build();

    private Nordwind() {}

    /** The longer text wins, that of the cloud if both are as long. */
    static Resolution longest(Conflict conflict) {
        return length(conflict.directory()) > length(conflict.cloud())
                ? new Resolution.Directory()
                : new Resolution.Cloud();
    }

    private static int length(List<AttributeValue> values) {
        return values.stream().mapToInt(value -> value.toString().length()).sum();
    }

    /** The engine as the product configures it; the host of {@link #main} or a test adds source, directory and reporter. */
    static WritebackBuilder engine() {
        return Writeback.builder()
                .profile(PROFILE)
                .resolver("longest", Nordwind::longest)
                .jobId("nordwind");
    }

    /**
     * Runs once.
     *
     * @param args the export, the folder of people, the file of statuses
     */
    public static void main(String[] args) {
        try (Writeback writeback = engine().source(CsvSource.of(Path.of(args[0])))
                .directory(PeopleFolder.of(Path.of(args[1])))
                .reporter(StatusFile.of(Path.of(args[2])))
                .build()) {
            RunReport report = writeback.runOnce();
            System.out.println(report.ending() + ": " + report.counts().written() + " written");
        }
    }
}
