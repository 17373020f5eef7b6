/** A store that outlives the process, in a database of the host. */
@org.jspecify.annotations.NullMarked
module dev.writeback.jdbc {
    requires transitive dev.writeback.api;
    requires transitive java.sql;
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    exports dev.writeback.jdbc;
}
