package dev.writeback.agent;

/**
 * What every command begins with.
 *
 * @param configuration what is to be worked with
 * @param output where to print
 * @param terminal where that goes, and the environment
 * @param absence what is done if the store is not there yet
 */
record Setting(Configuration configuration, Output output, Terminal terminal, StoreDesk.Absence absence) {

    /** The same, for a command that looks at what is in the store or decides about it. */
    Setting ofPresentStore() {
        return new Setting(configuration, output, terminal, StoreDesk.Absence.IS_A_SLIP);
    }

    /**
     * As {@link #ofPresentStore}, for what makes no sense with a store in memory.
     *
     * @param verb what there would be nothing of to do
     * @throws Failure if the store is in memory
     */
    Setting ofDurableStore(String verb) {
        if (configuration.store().isEmpty()) {
            throw Failure.usage(
                    "%s: a store in memory forgets everything when its process ends, so there is nothing to %s; say \"store\": {\"type\": \"jdbc\"} for one that remembers"
                            .formatted(configuration.file(), verb));
        }
        return ofPresentStore();
    }
}
