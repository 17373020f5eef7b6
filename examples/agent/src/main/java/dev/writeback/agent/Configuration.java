package dev.writeback.agent;

import dev.writeback.engine.Limits;
import dev.writeback.engine.RetryPolicy;
import dev.writeback.engine.exchange.Uniqueness;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Scope;
import dev.writeback.ldap.LdapSettings.Changes;
import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.model.Dn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the configuration file says; paths are resolved, nothing is opened yet.
 *
 * @param file the file itself
 * @param feed where the feed is
 * @param directories the directories; one or more
 * @param profile which attributes flow where
 * @param acceptedDomains the domains whose addresses may be written; nothing for what the feed says, which is all
 * @param scope which entries take part
 * @param privileged which privileged entries may be written all the same
 * @param store where the store is; nothing for memory
 * @param status where statuses are appended; nothing for nowhere
 * @param limits how far a run may go
 * @param retry when what failed is tried again
 * @param clockSkew by how much the clocks of cloud and directory may differ, where the newest change counts
 * @param uniqueness what follows where an address is another entry's already
 */
record Configuration(
        Path file,
        Path feed,
        List<DirectorySettings> directories,
        Profile profile,
        Optional<List<String>> acceptedDomains,
        Scope scope,
        PrivilegedEntries privileged,
        Optional<StorePlace> store,
        Optional<Path> status,
        Limits limits,
        RetryPolicy retry,
        Duration clockSkew,
        Uniqueness uniqueness) {

    Configuration {
        directories = List.copyOf(directories);
    }

    /** What statuses name the pair of feed and directories. */
    String jobId() {
        return directories.stream().map(DirectorySettings::name).collect(Collectors.joining("+"));
    }

    /** How many entries are written at the same time, in all directories together. */
    int connections() {
        return directories.stream().mapToInt(DirectorySettings::connections).sum();
    }

    /**
     * One directory.
     *
     * @param name what statuses name it
     * @param servers the URLs of its servers, in order of preference; none if a domain says where they are
     * @param domain the domain whose controllers to find; nothing if they are named
     * @param baseDn below which entry to look
     * @param bind how to sign in
     * @param tls how the way there is protected
     * @param caFile whom to trust; nothing for whom the Java runtime trusts
     * @param connections how many at once
     * @param watch how to find out what others change
     * @param globalCatalogs whom to ask who has an address; nobody if it is empty, whoever is found if it is nothing
     */
    record DirectorySettings(
            String name,
            List<String> servers,
            Optional<DomainSettings> domain,
            Dn baseDn,
            BindSettings bind,
            Tls tls,
            Optional<Path> caFile,
            int connections,
            Changes watch,
            Optional<List<String>> globalCatalogs) {
        DirectorySettings {
            servers = List.copyOf(servers);
            globalCatalogs = globalCatalogs.map(List::copyOf);
        }
    }

    /**
     * The domain whose controllers are to be found.
     *
     * @param name its DNS name
     * @param site the site whose controllers to prefer; nothing for none
     * @param nameServers whom to ask; none for those of this machine
     */
    record DomainSettings(String name, Optional<String> site, List<String> nameServers) {
        DomainSettings {
            nameServers = List.copyOf(nameServers);
        }
    }

    /** Where what could not be read of the feed is kept aside. */
    Path rejectedFile() {
        return status.map(path -> {
                    String name = path.getFileName().toString();
                    String stem = name.endsWith(".jsonl") ? name.substring(0, name.length() - ".jsonl".length()) : name;
                    return path.resolveSibling(stem + ".rejected.jsonl");
                })
                .orElseGet(() -> file.toAbsolutePath().resolveSibling("rejected.jsonl"));
    }
}
