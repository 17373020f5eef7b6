package dev.writeback.ldap;

import java.util.List;

/** Asks for the service records (SRV) of a name. Thread-safe. */
interface ServiceRecords {

    /** What is known of a fully qualified name. */
    Answer of(String name);

    /** What came of it. */
    sealed interface Answer {

        /**
         * The name is there.
         *
         * @param records its service records; maybe none
         */
        record Found(List<ServiceRecord> records) implements Answer {
            public Found {
                records = List.copyOf(records);
            }
        }

        /** Nobody knows such a name. */
        record NoSuchName() implements Answer {}

        /**
         * Nobody could say.
         *
         * @param how what went wrong, as the rest of a sentence
         */
        record Failed(String how) implements Answer {}
    }
}
