package dev.writeback.agent.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start another Java process with the classes of this one, in this one's locale and time zone. */
final class JavaCommand {

    private JavaCommand() {}

    static List<String> of(List<String> settings, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        for (String setting : List.of("user.language", "user.country", "user.timezone")) {
            command.add("-D" + setting + "=" + System.getProperty(setting, ""));
        }
        command.addAll(settings);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
