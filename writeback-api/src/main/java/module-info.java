/** The values, the plan and the ports that a host and its plug-ins speak in; needs nothing but the JDK. */
@org.jspecify.annotations.NullMarked
module dev.writeback.api {
    requires static transitive org.jspecify;

    exports dev.writeback.model;
    exports dev.writeback.plan;
    exports dev.writeback.spi;
}
