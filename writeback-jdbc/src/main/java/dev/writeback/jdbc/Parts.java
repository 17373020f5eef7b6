package dev.writeback.jdbc;

/** What the parts of a store have in common. */
record Parts(Database database, Node node, Hands hands, JdbcOutbox outbox) {}
