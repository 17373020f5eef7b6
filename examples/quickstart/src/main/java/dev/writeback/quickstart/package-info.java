/** The main job in one process: a sample feed, an in-memory directory, a plan, a run. */
@NullMarked
package dev.writeback.quickstart;

import org.jspecify.annotations.NullMarked;
