/** Intake, dispatch, retry and delivery: the only home of threads. */
@NullMarked
package dev.writeback.engine.run;

import org.jspecify.annotations.NullMarked;
