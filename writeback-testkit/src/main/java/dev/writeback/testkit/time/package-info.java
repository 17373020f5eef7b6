/** Time that a test sets: a clock, what is scheduled by it, and pauses that do not sleep. */
@NullMarked
package dev.writeback.testkit.time;

import org.jspecify.annotations.NullMarked;
