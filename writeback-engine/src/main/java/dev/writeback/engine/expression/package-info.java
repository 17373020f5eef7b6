/** STUB. */
@NullMarked
package dev.writeback.engine.expression;

import org.jspecify.annotations.NullMarked;
