package dev.writeback.ldap;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which Exchange extended the schema, by {@code rangeUpper} of {@code ms-Exch-Schema-Version-Pt}. The numbers are those of
 * Microsoft's "Prepare Active Directory and domains for Exchange Server"; several updates of one version share one.
 */
final class ExchangeRelease {

    private static final TreeMap<Integer, String> KNOWN = new TreeMap<>(Map.ofEntries(
            Map.entry(10637, "Exchange 2007"),
            Map.entry(11116, "Exchange 2007 SP1"),
            Map.entry(14622, "Exchange 2007 SP2 or 2010"),
            Map.entry(14625, "Exchange 2007 SP3"),
            Map.entry(14726, "Exchange 2010 SP1"),
            Map.entry(14732, "Exchange 2010 SP2"),
            Map.entry(14734, "Exchange 2010 SP3"),
            Map.entry(15137, "Exchange 2013"),
            Map.entry(15254, "Exchange 2013 CU1"),
            Map.entry(15281, "Exchange 2013 CU2"),
            Map.entry(15283, "Exchange 2013 CU3"),
            Map.entry(15292, "Exchange 2013 SP1"),
            Map.entry(15300, "Exchange 2013 CU5"),
            Map.entry(15303, "Exchange 2013 CU6"),
            Map.entry(15312, "Exchange 2013 CU7 to CU23"),
            Map.entry(15317, "Exchange 2016"),
            Map.entry(15323, "Exchange 2016 CU1"),
            Map.entry(15325, "Exchange 2016 CU2"),
            Map.entry(15326, "Exchange 2016 CU3 to CU5"),
            Map.entry(15330, "Exchange 2016 CU6"),
            Map.entry(15332, "Exchange 2016 CU7 to CU18"),
            Map.entry(15333, "Exchange 2016 CU19 or CU20"),
            Map.entry(15334, "Exchange 2016 CU21 to CU23"),
            Map.entry(17000, "Exchange 2019"),
            Map.entry(17001, "Exchange 2019 CU2 to CU7"),
            Map.entry(17002, "Exchange 2019 CU8 or CU9"),
            Map.entry(17003, "Exchange 2019 CU10 or later, or Subscription Edition")));

    private ExchangeRelease() {}

    /** The release of this version; nothing if it is no number. */
    static Optional<String> of(String version) {
        int number;
        try {
            number = Integer.parseInt(version);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
        String exact = KNOWN.get(number);
        if (exact != null) {
            return Optional.of(exact);
        }
        Map.Entry<Integer, String> before = KNOWN.floorEntry(number);
        return Optional.of(
                before == null
                        ? "older than Exchange 2007"
                        : "newer than " + before.getValue() + ", and not known here");
    }
}
