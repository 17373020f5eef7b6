/** What should change in an entry, why, and what became of it. */
@NullMarked
package dev.writeback.plan;

import org.jspecify.annotations.NullMarked;
