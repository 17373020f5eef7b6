package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.StaticUtils;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Compares the server's clock with this side's: Kerberos and the comparison of times bear five minutes. */
final class ClockCheck {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private ClockCheck() {}

    static List<Finding> findings(Session session, Instant now) throws LDAPException {
        Optional<String> time = RootDse.read(session).value("currentTime");
        ServerAddress server = session.server().address();
        return time.map(text -> List.of(finding(server, text, now))).orElse(List.of());
    }

    private static Finding finding(ServerAddress server, String time, Instant now) {
        try {
            Instant there = StaticUtils.decodeGeneralizedTime(time).toInstant();
            Duration apart = Duration.between(now, there);
            if (apart.abs().compareTo(TOLERANCE) <= 0) {
                return Finding.ok("clock", "The clock of %s agrees with this machine's.".formatted(server));
            }
            return new Finding(
                    Level.WARNING,
                    "clock",
                    "The clock of %s is %d s %s this machine's."
                            .formatted(server, apart.abs().toSeconds(), apart.isNegative() ? "behind" : "ahead of"),
                    "Set both by one time server.");
        } catch (ParseException notATime) {
            return new Finding(
                    Level.WARNING,
                    "clock",
                    "The time that %s gives, '%s', cannot be read.".formatted(server, time),
                    "Compare the clocks by hand.");
        }
    }
}
