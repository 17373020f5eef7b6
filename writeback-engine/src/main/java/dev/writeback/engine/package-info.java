/** The facade: all that a host imports to run Writeback. */
@NullMarked
package dev.writeback.engine;

import org.jspecify.annotations.NullMarked;
