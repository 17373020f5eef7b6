/** Faults that a test plans: what goes wrong at which call of which port, and in the directory in memory. */
@NullMarked
package dev.writeback.testkit.fault;

import org.jspecify.annotations.NullMarked;
