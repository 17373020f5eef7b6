package dev.writeback.quickstart;

import dev.writeback.engine.RunReport;
import dev.writeback.engine.Writeback;
import dev.writeback.engine.json.JsonLinesSource;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.ldap.LdapSettings;
import dev.writeback.model.Dn;
import dev.writeback.plan.PlanDiff;
import dev.writeback.spi.StatusReporter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What a host writes to embed Writeback; the README shows it word for word. */
final class Embedding {

    private Embedding() {}

    static RunReport writeBack(Supplier<char[]> password, StatusReporter log) {
        // snippet: embedding
        LdapSettings settings = LdapSettings.builder()
                .servers(List.of("ldaps://dc1.corp.example:636"))
                .baseDn(Dn.of("DC=corp,DC=example"))
                .bind("CN=writeback,OU=Service,DC=corp,DC=example", password)
                .build();
        try (LdapDirectory directory = LdapDirectory.open(settings);
                JsonLinesSource feed = JsonLinesSource.of(Path.of("feed"));
                Writeback writeback = Writeback.builder()
                        .source(feed)
                        .directory(directory)
                        .reporter(log)
                        .build()) {
            writeback.plan(plan -> System.out.print(PlanDiff.text(plan)));
            return writeback.runOnce();
        }
        // end
    }
}
