package dev.writeback.testkit.fault;

import java.util.EnumSet;
import java.util.Set;

/** Which calls can meet a fault: those whose port has a way to show it. */
final class Chances {

    /** What can say why it did nothing. */
    private static final Set<Call> SAY_WHY =
            EnumSet.of(Call.READ, Call.LOOKUP, Call.WRITE, Call.CHECK, Call.HOLDERS, Call.SCOPE, Call.WATCH);
    /** What has no way to say that it does not answer. */
    private static final Set<Call> ALWAYS_ANSWER = EnumSet.of(Call.RESOLVE, Call.ACCEPTED_DOMAINS, Call.MAY_HAVE_NEWS);

    private Chances() {}

    static Set<Call> of(Fault fault) {
        if (fault instanceof Fault.Delay) {
            return EnumSet.allOf(Call.class);
        } else if (fault instanceof Fault.Refused) {
            return SAY_WHY;
        } else if (fault instanceof Fault.Result) {
            return Call.of(Call.Port.LDAP);
        } else if (fault instanceof Fault.Throttled) {
            Set<Call> all = EnumSet.copyOf(SAY_WHY);
            all.addAll(Call.of(Call.Port.LDAP));
            return all;
        } else if (fault instanceof Fault.Stale) {
            return EnumSet.of(Call.LOOKUP, Call.SEARCH);
        } else if (fault instanceof Fault.HalfDelivered) {
            return EnumSet.of(Call.READ, Call.WATCH, Call.LOOKUP, Call.SEARCH);
        } else if (fault instanceof Fault.Expired) {
            return EnumSet.of(Call.READ, Call.WATCH);
        } else if (fault instanceof Fault.Throwing) {
            return EnumSet.complementOf(EnumSet.copyOf(Call.of(Call.Port.LDAP)));
        }
        return EnumSet.complementOf(EnumSet.copyOf(ALWAYS_ANSWER));
    }
}
