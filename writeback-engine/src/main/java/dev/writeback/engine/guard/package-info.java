/** What may never be written, and how much may be destroyed. */
@NullMarked
package dev.writeback.engine.guard;

import org.jspecify.annotations.NullMarked;
