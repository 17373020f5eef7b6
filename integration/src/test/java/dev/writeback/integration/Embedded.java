package dev.writeback.integration;

import dev.writeback.engine.Writeback;
import dev.writeback.engine.WritebackBuilder;
import dev.writeback.integration.AdLab.Account;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.ldap.LdapSettings;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.testkit.cloud.CloudMailbox;
import dev.writeback.testkit.cloud.RecordingReporter;
import dev.writeback.testkit.cloud.ScriptedCloud;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The library in a host of its own: a cloud that a test writes the script of, and the domain controller. */
final class Embedded implements AutoCloseable {

    static final int CONNECTIONS = 4;

    final ScriptedCloud cloud = ScriptedCloud.empty();
    final RecordingReporter statuses = new RecordingReporter();
    final Writeback writeback;
    private final LdapDirectory directory;

    private Embedded(LdapSettings settings, UnaryOperator<WritebackBuilder> more, Meddling meddling) {
        directory = LdapDirectory.open(settings);
        writeback = more.apply(Writeback.builder()
                        .source(cloud)
                        .directory(new MeddledDirectory(directory, meddling))
                        .reporter(statuses)
                        .connections(CONNECTIONS))
                .build();
    }

    /** As that account, with every default and what is said otherwise. */
    static Embedded of(AdLab lab, Account account, UnaryOperator<WritebackBuilder> more) {
        return new Embedded(settings(lab, account).build(), more, Meddling.NONE);
    }

    /** With other settings of the directory. */
    static Embedded of(LdapSettings settings) {
        return new Embedded(settings, it -> it, Meddling.NONE);
    }

    /** With somebody who comes between the job and the directory. */
    static Embedded of(AdLab lab, Account account, Meddling meddling) {
        return new Embedded(settings(lab, account).build(), it -> it, meddling);
    }

    /** Over TLS, as that account, in the whole domain. */
    static LdapSettings.Builder settings(AdLab lab, Account account) {
        return LdapSettings.builder()
                .servers(List.of(lab.ldapsUrl()))
                .baseDn(Dn.of(lab.baseDn()))
                .bind(lab.dn(account), () -> lab.password(account).toCharArray())
                .caFile(lab.caFile())
                .connections(CONNECTIONS);
    }

    /** The mailbox of that user, tied to it by objectGUID. */
    static CloudMailbox mailbox(TestUser user) {
        return CloudMailbox.of(FeedLine.idOf(user)).anchoredAt(new ObjectGuid(UUID.fromString(user.guidInText())));
    }

    /** The newest status of that user's mailbox. */
    Status last(TestUser user) {
        return statuses.last(CloudObjectId.of(FeedLine.idOf(user)));
    }

    /** What a status says about a part of its way; fails if it never went there. */
    static Step step(Status status, Step.Type type) {
        return status.steps().stream()
                .filter(step -> step.type() == type)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + type + " in " + status));
    }

    @Override
    public void close() {
        writeback.close();
        directory.close();
    }
}
