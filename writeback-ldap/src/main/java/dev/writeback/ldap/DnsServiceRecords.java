package dev.writeback.ldap;

import dev.writeback.ldap.ServiceRecords.Answer.Failed;
import dev.writeback.ldap.ServiceRecords.Answer.Found;
import dev.writeback.ldap.ServiceRecords.Answer.NoSuchName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.naming.CommunicationException;
import javax.naming.ConfigurationException;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import javax.naming.ServiceUnavailableException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/**
 * Service records from DNS, by the client that the JDK brings (module {@code jdk.naming.dns}). It asks over TCP what does
 * not fit into a datagram, and keeps nothing.
 */
final class DnsServiceRecords implements ServiceRecords {

    private static final String TYPE = "SRV";
    private static final int FIELDS = 4;

    /** A name server is given this long, then twice as long, and so on. */
    private static final String FIRST_TIMEOUT_MILLIS = "1500";

    private static final String ATTEMPTS = "2";

    private final Map<String, String> environment = new HashMap<>();
    private final String asked;

    /**
     * @param nameServers whom to ask, each {@code host} or {@code host:port}; those that this machine uses if there are
     *     none
     */
    DnsServiceRecords(List<String> nameServers) {
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(
                Context.PROVIDER_URL,
                nameServers.isEmpty()
                        ? "dns:"
                        : nameServers.stream().map("dns://"::concat).collect(Collectors.joining(" ")));
        environment.put("com.sun.jndi.dns.timeout.initial", FIRST_TIMEOUT_MILLIS);
        environment.put("com.sun.jndi.dns.timeout.retries", ATTEMPTS);
        this.asked = nameServers.isEmpty()
                ? "the name servers of this machine"
                : "the name server " + String.join(" or ", nameServers);
    }

    @Override
    public Answer of(String name) {
        try {
            return new Found(records(name));
        } catch (NameNotFoundException unknown) {
            return new NoSuchName();
        } catch (NoInitialContextException without) {
            return new Failed("this Java runtime has no DNS client (module jdk.naming.dns)");
        } catch (CommunicationException | ConfigurationException silent) {
            return new Failed(asked + " cannot be reached");
        } catch (ServiceUnavailableException failed) {
            return new Failed(asked + " could not find an answer (SERVFAIL)");
        } catch (NamingException | NumberFormatException other) {
            return new Failed("%s gave an answer that is of no use (%s)".formatted(asked, other.getMessage()));
        }
    }

    @SuppressWarnings("BanJNDI") // DNS gives plain text, and the name is a checked domain's
    private List<ServiceRecord> records(String name) throws NamingException {
        DirContext context = context();
        try {
            Attribute found = context.getAttributes(name, new String[] {TYPE}).get(TYPE);
            List<ServiceRecord> records = new ArrayList<>();
            if (found != null) {
                for (Object one : Collections.list(found.getAll())) {
                    records.add(record(one.toString()));
                }
            }
            return records;
        } finally {
            context.close();
        }
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes nothing but a Hashtable
    private DirContext context() throws NamingException {
        return new InitialDirContext(new Hashtable<>(environment));
    }

    /** What the client prints: priority, weight, port and target. */
    private static ServiceRecord record(String printed) {
        String[] fields = printed.split(" ", FIELDS);
        String target = fields[FIELDS - 1];
        return new ServiceRecord(
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                target.endsWith(".") ? target.substring(0, target.length() - 1) : target);
    }
}
