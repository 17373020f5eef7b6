package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.agent.Configuration.DirectorySettings;
import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.ldap.Grant;
import dev.writeback.ldap.Grant.Kind;
import dev.writeback.ldap.Grant.Property;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.ldap.LdapSettings.Changes;
import dev.writeback.model.AttributeName;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Printable;
import dev.writeback.plan.Problem;
import dev.writeback.spi.ScopeConditions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints the commands that give the account the rights which the profile needs, and no other. */
final class GrantPrint {

    /** The names of the forms, and the one of all of them. */
    static final String ALL = "all";

    private static final Set<ErrorCode> ON_THE_WAY = EnumSet.of(
            ErrorCode.DIRECTORY_UNAVAILABLE,
            ErrorCode.DIRECTORY_BUSY,
            ErrorCode.SIGN_IN_FAILED,
            ErrorCode.CERTIFICATE_NOT_TRUSTED);

    private final Setting setting;
    private final Set<Grant.Form> forms;
    private final List<String> classes;

    GrantPrint(Setting setting, String form, List<String> classes) {
        this.setting = setting;
        this.forms = forms(form);
        this.classes = classes;
    }

    /** Which commands a word stands for. */
    private static Set<Grant.Form> forms(String word) {
        if (word.equals(ALL)) {
            return EnumSet.allOf(Grant.Form.class);
        }
        return EnumSet.allOf(Grant.Form.class).stream()
                .filter(form -> name(form).equals(word))
                .findFirst()
                .map(EnumSet::of)
                .orElseThrow(() -> Failure.usage(
                        "--grant is \"%s\"; it is one of: dsacls, powershell, samba, or %s".formatted(word, ALL)));
    }

    /** Asks a directory and prints; nothing of one that nothing of the scope is in. */
    void print(LdapDirectory directory, DirectorySettings settings) {
        Configuration configuration = setting.configuration();
        List<EntryPointer> units = configuration.scope().organizationalUnits();
        List<Dn> places = places(directory, units);
        if (units.isEmpty() || !places.isEmpty()) {
            print(directory, settings, places);
        }
    }

    /** Where the organizational units of the scope are by now, as far as they are in this directory. */
    private List<Dn> places(LdapDirectory directory, List<EntryPointer> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return directory
                .scope(new ScopeConditions(units, List.of(), Optional.empty()))
                .match(
                        resolved -> resolved.scope().places().values().stream()
                                .map(EntryId::dn)
                                .distinct()
                                .sorted(Comparator.comparing(Dn::value))
                                .toList(),
                        unresolved -> {
                            throw failure(unresolved.problem());
                        });
    }

    private void print(LdapDirectory directory, DirectorySettings settings, List<Dn> places) {
        Configuration configuration = setting.configuration();
        List<AttributeName> attributes =
                configuration.profile().targets().stream().sorted().toList();
        Grant.Answer answer = directory.grant(new Grant.Request(attributes, places, classes));
        if (answer instanceof Grant.Answer.Untold untold) {
            throw failure(untold.problem());
        }
        Grant grant = ((Grant.Answer.Told) answer).grant();
        Optional<Property> foreign =
                grant.properties().stream().filter(GrantPrint::isForeign).findFirst();
        if (foreign.isPresent()) {
            throw failure(Problem.of(
                    ErrorCode.REJECTED,
                    "%s of the directory is not the attribute that the profile means: its identifier is %s."
                            .formatted(foreign.get().name(), foreign.get().oid()),
                    "Take it out of the profile, or have the schema compared with Exchange's."));
        }
        if (setting.output().isJson()) {
            setting.output().result(json(grant));
        } else {
            text(grant, settings);
        }
    }

    private static Failure failure(Problem problem) {
        return new Failure(
                ON_THE_WAY.contains(problem.code()) ? ExitCode.UNREACHABLE : ExitCode.SOME_FAILED, problem.toString());
    }

    /** Whether the schema has another attribute of this name than the one that is known here. */
    private static boolean isForeign(Property property) {
        return AttributeCatalogue.standard()
                .find(property.name())
                .filter(known -> !known.oid().isEmpty() && !property.oid().isEmpty())
                .filter(known -> !known.oid().equals(property.oid()))
                .isPresent();
    }

    private void text(Grant grant, DirectorySettings settings) {
        Output output = setting.output();
        for (Grant.Form form : forms) {
            output.result(form.remark("%s: %s may read and write %d attributes of %s below %s, and nothing else"
                    .formatted(
                            name(form),
                            Printable.of(grant.account().name()),
                            grant.properties().size(),
                            grant.kinds().stream().map(Kind::name).collect(Collectors.joining(" and ")),
                            grant.places().size() == 1
                                    ? "this place"
                                    : grant.places().size() + " places")));
            output.result(form.remark("to be run by an administrator; see docs/check.md"));
            if (settings.watch() == Changes.DIRSYNC) {
                output.result(form.remark(
                        "watch: dirsync needs no right but to read, for it asks only for what the account may see"));
            }
            form.commands(grant).forEach(line -> output.result(Printable.of(line)));
        }
    }

    private String json(Grant grant) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.putObject("account")
                .put("sid", grant.account().sid())
                .put("name", grant.account().name());
        ArrayNode places = node.putArray("places");
        grant.places()
                .forEach(it -> places.addObject()
                        .put("dn", it.dn().value())
                        .put("objectGUID", it.id().toString()));
        ArrayNode attributes = node.putArray("attributes");
        grant.properties()
                .forEach(it -> attributes
                        .addObject()
                        .put("name", it.name().value())
                        .put("oid", it.oid())
                        .put("schemaIDGUID", it.id().toString()));
        ArrayNode kinds = node.putArray("classes");
        grant.kinds()
                .forEach(it -> kinds.addObject()
                        .put("name", it.name())
                        .put("schemaIDGUID", it.id().toString()));
        ObjectNode commands = node.putObject("commands");
        for (Grant.Form form : forms) {
            ArrayNode lines = commands.putArray(name(form));
            form.commands(grant).forEach(lines::add);
        }
        return node.toString();
    }

    private static String name(Grant.Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
