/** What Exchange knows: its attributes, addresses and recipient types. */
@NullMarked
package dev.writeback.engine.exchange;

import org.jspecify.annotations.NullMarked;
