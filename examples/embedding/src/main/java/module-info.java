/** A vendor's product that embeds Writeback. */
module com.example.nordwind {
    requires dev.writeback.engine;
    requires org.apache.commons.csv;
}
