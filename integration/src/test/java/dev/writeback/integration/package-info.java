/** The job end to end against a real domain controller: see {@code ad-lab/README.md}. */
@NullMarked
package dev.writeback.integration;

import org.jspecify.annotations.NullMarked;
