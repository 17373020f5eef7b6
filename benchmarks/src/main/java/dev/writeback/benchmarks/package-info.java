/** How fast the engine is beside the raw write rate of the same server, and the core by itself. */
@NullMarked
package dev.writeback.benchmarks;

import org.jspecify.annotations.NullMarked;
