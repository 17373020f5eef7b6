package dev.writeback.quickstart;

import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.MailboxUser;

/** A directory with a few people in it. The same people always get the same GUIDs, which the sample feed names. */
final class SampleDirectory {

    static final String DOMAIN = "corp.example";

    private SampleDirectory() {}

    static InMemoryActiveDirectory start() {
        InMemoryActiveDirectory directory =
                InMemoryActiveDirectory.builder().baseDn("DC=corp,DC=example").start();
        directory.add(MailboxUser.of("ada", DOMAIN)
                .with("displayName", "Ada Lovelace")
                .with("extensionAttribute1", "Sales")
                .with("extensionAttribute9", "leaving soon")
                .with(
                        "proxyAddresses",
                        "SMTP:ada@corp.example",
                        "smtp:countess@corp.example",
                        "X500:/o=Corp/ou=Exchange/cn=Recipients/cn=ada"));
        directory.add(MailboxUser.of("grace", DOMAIN).with("displayName", "Grace Hopper"));
        directory.add(MailboxUser.of("info", DOMAIN)
                .with("displayName", "Info desk")
                .with("msExchRecipientDisplayType", "-1073741818"));
        directory.add(MailboxUser.of("root", DOMAIN)
                .with("displayName", "A domain administrator")
                .with("adminCount", "1"));
        return directory;
    }
}
