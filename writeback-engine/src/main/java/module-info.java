/** Mapping, plan, guard, and the engine that carries changes from a cloud source to a directory. */
@org.jspecify.annotations.NullMarked
module dev.writeback.engine {
    requires transitive dev.writeback.api;
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;

    exports dev.writeback.engine;
    exports dev.writeback.engine.exchange;
    exports dev.writeback.engine.expression;
    exports dev.writeback.engine.json;
    exports dev.writeback.engine.mapping;
}
