/** From cloud object, entry and baseline to a plan. */
@NullMarked
package dev.writeback.engine.planning;

import org.jspecify.annotations.NullMarked;
