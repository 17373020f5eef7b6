package dev.writeback.testkit.law;

import dev.writeback.spi.CloudSource;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.StatusReporter;
import java.time.InstantSource;

/**
 * What a law puts around an engine. The engine must use all four: what it does not see through them, no law can tell of.
 *
 * @param source the cloud
 * @param directory the directory
 * @param reporter who is told
 * @param clock the time, which stands still but where the law lets it go on
 */
public record Surroundings(CloudSource source, DirectorySink directory, StatusReporter reporter, InstantSource clock) {}
