package dev.writeback.architecture;

import java.util.List;
import java.util.Map;

/** What each rule must complain of in the bad tree: a piece of each complaint. */
final class BadTree {

    static final Map<String, List<String>> CULPRITS = Map.ofEntries(
            Map.entry(
                    "layers know only what lies beneath them",
                    List.of(
                            "bad.model.KnowsPlan",
                            "bad.plan.KnowsPort",
                            "bad.spi.KnowsEngine",
                            "bad.engine.mapping.KnowsFacade",
                            "bad.engine.json.KnowsRun",
                            "bad.engine.run.KnowsFacade",
                            "bad.engine.Facade.<init>(dev.writeback.architecture.bad.ldap.Directory)",
                            "bad.ldap.Directory.read(dev.writeback.architecture.bad.engine.Facade)",
                            "bad.jdbc.KnowsEngine.run(dev.writeback.architecture.bad.engine.Facade)",
                            "bad.testkit.UsesEngine")),
            Map.entry(
                    "the testkit uses the ports alone",
                    List.of(
                            "run(dev.writeback.architecture.bad.engine.Facade",
                            "<dev.writeback.architecture.bad.ldap.Directory>")),
            Map.entry(
                    "the api speaks its own language",
                    List.of("org.slf4j.Logger", "com.unboundid.ldap.sdk.Entry", "bad.engine.Facade")),
            Map.entry("packages have no cycles", List.of("Slice engine", "Slice ldap")),
            Map.entry("every package is null-marked", List.of("bad.unmarked")),
            Map.entry(
                    "decisions are pure",
                    List.of(
                            "java.lang.reflect.Method",
                            "java.nio.file.Files",
                            "java.io.IOException",
                            "com.github.benmanes.caffeine",
                            "org.slf4j.Logger",
                            "java.util.logging.Logger",
                            "bad.spi.BigPort",
                            "bad.engine.Facade")),
            Map.entry(
                    "decisions touch no machine",
                    List.of(
                            "java.lang.Thread",
                            "java.lang.System.getenv",
                            "java.util.Random",
                            "java.time.Clock",
                            "java.time.InstantSource",
                            "java.util.Date",
                            "java.lang.System$Logger")),
            Map.entry(
                    "decisions draw nothing and speak no machine's language",
                    List.of(
                            "java.util.UUID.randomUUID()",
                            "java.lang.Math.random()",
                            "java.lang.String.toLowerCase()",
                            "java.lang.String.toUpperCase()",
                            "java.util.Locale.getDefault()",
                            "java.util.TimeZone.getDefault()",
                            "java.time.ZoneId.systemDefault()")),
            Map.entry(
                    "nobody asks the wall clock",
                    List.of(
                            "java.time.Instant.now()",
                            "java.time.LocalDate.now()",
                            "java.lang.System.currentTimeMillis()",
                            "java.lang.System.nanoTime()",
                            "AsksNanos",
                            "java.util.Date.<init>()",
                            "java.util.Calendar.getInstance()")),
            Map.entry(
                    "the machine's clock comes in where a host begins",
                    List.of(
                            "java.time.Clock.systemUTC()",
                            "java.time.Clock.systemDefaultZone()",
                            "java.time.InstantSource.system()")),
            Map.entry(
                    "threads live in engine.run",
                    List.of(
                            "bad.engine.StartsThread",
                            "bad.engine.StartsTimer",
                            "bad.engine.UsesQueue",
                            "bad.engine.guard.RunsThread")),
            Map.entry(
                    "locks stand where a host's threads come in",
                    List.of("bad.engine.merge.Locks.lock", "bad.engine.merge.Locks.count")),
            Map.entry(
                    "nobody sleeps",
                    List.of(
                            "java.lang.Thread.sleep(long)",
                            "java.util.concurrent.TimeUnit.sleep(long)",
                            "java.util.concurrent.locks.LockSupport.parkNanos(long)")),
            Map.entry("Jackson stays at home", List.of("bad.engine.run.ReadsJson")),
            Map.entry("UnboundID stays at home", List.of("bad.engine.run.ReadsEntry", "bad.spi.ShowsLdap")),
            Map.entry("Caffeine stays at home", List.of("bad.engine.exchange.UsesCaffeine")),
            Map.entry("JUnit stays at home", List.of("bad.engine.UsesJunit", "bad.engine.UsesAssertj")),
            Map.entry("JDBC stays at home", List.of("java.sql.Connection", "javax.sql.DataSource")),
            Map.entry("H2 stays at home", List.of("bad.jdbc.UsesH2")),
            Map.entry("picocli stays at home", List.of("bad.engine.UsesPicocli")),
            Map.entry("JNDI stays at home", List.of("bad.engine.UsesJndi")),
            Map.entry(
                    "neither values, ports nor decisions log",
                    List.of("bad.model.Logs", "bad.plan.LogsToJdk", "bad.engine.guard.LogsToo")),
            Map.entry(
                    "a library leaves standard streams to its host",
                    List.of(
                            "java.lang.System.out",
                            "java.lang.System.err",
                            "java.lang.System.in",
                            "printStackTrace()")),
            Map.entry(
                    "a library does not end its host",
                    List.of("java.lang.System.exit(int)", "java.lang.Runtime.halt(int)")),
            Map.entry(
                    "libraries stay out of public signatures",
                    List.of(
                            "ShowsJackson.nodes shows com.fasterxml.jackson.databind.JsonNode",
                            "ShowsJackson.<init>(com.fasterxml.jackson.databind.JsonNode) shows",
                            "ShowsJackson.node() shows com.fasterxml.jackson.databind.JsonNode",
                            "ShowsJackson.node() shows com.fasterxml.jackson.core.JsonProcessingException",
                            "ShowsLdap.entry() shows com.unboundid.ldap.sdk.Entry",
                            "ShowsLdap.entry() shows com.unboundid.ldap.sdk.LDAPException")),
            Map.entry("values are closed", List.of("bad.model.OpenBean", "bad.plan.OpenInterface")),
            Map.entry(
                    "values hold nothing that changes",
                    List.of("WithArray.bytes", "WithDate.date", "WithBuilder.text")),
            Map.entry("nothing global changes", List.of("HasRegistry.last")),
            Map.entry("ports are small", List.of("BigPort has 4 abstract methods")),
            Map.entry(
                    "no public method takes a boolean",
                    List.of(
                            "TakesFlag.with(boolean) takes a boolean",
                            "FeedManager.run(java.lang.Boolean) takes a boolean")),
            Map.entry(
                    "names say what a thing is",
                    List.of(
                            "bad.engine.FeedManager",
                            "bad.engine.SinkUtils",
                            "bad.engine.SinkUtils$Helper",
                            "bad.engine.StoreImpl")),
            Map.entry("an interface is not called one", List.of("bad.spi.IPort")),
            Map.entry("packages say what they hold", List.of("bad.util.Leftover", "bad.engine.service.Leftover")));

    private BadTree() {}
}
