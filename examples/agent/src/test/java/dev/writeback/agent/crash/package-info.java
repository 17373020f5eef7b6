/**
 * The agent as processes that are killed, stopped and cut off, against a directory in another process; and what must
 * hold in the end, checked from outside: by the feed, the directory's own counts, the status files and the journal.
 */
@NullMarked
package dev.writeback.agent.crash;

import org.jspecify.annotations.NullMarked;
