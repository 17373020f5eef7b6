package dev.writeback.ldap;

/**
 * Where a service is said to be (RFC 2782).
 *
 * @param priority the lowest is to be used first
 * @param weight how often to choose it among those of the same priority
 * @param port where it listens
 * @param target the host's name, without a dot at its end
 */
record ServiceRecord(int priority, int weight, int port, String target) {}
