package dev.writeback.agent;

/**
 * What every command begins with.
 *
 * @param configuration what is to be worked with
 * @param output where to print
 * @param terminal where that goes, and the environment
 */
record Setting(Configuration configuration, Output output, Terminal terminal) {}
