package dev.writeback.agent;

import dev.writeback.testkit.directory.EntrySnapshot;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.InMemoryActiveDirectoryBuilder;
import dev.writeback.testkit.directory.MailboxUser;

/** A directory whose users have none of the attributes that the tests write. */
record People(InMemoryActiveDirectory directory) implements AutoCloseable {

    static People start(int users) {
        return start(users, InMemoryActiveDirectory.builder());
    }

    static People start(int users, InMemoryActiveDirectoryBuilder builder) {
        People people = new People(builder.start());
        for (int i = 0; i < users; i++) {
            people.directory.add(MailboxUser.of(name(i), "corp.example"));
        }
        return people;
    }

    EntrySnapshot user(int number) {
        return directory
                .entry("CN=" + name(number) + ",OU=People," + directory.baseDn())
                .orElseThrow();
    }

    /** Puts a value in the place of what is there, as somebody else would. */
    void edit(int number, String attribute, String value) {
        directory.modify(
                "dn: " + user(number).dn(), "changetype: modify", "replace: " + attribute, attribute + ": " + value);
    }

    @Override
    public void close() {
        directory.close();
    }

    private static String name(int number) {
        return "user" + number;
    }
}
