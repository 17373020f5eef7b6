/** The laws of the testkit, tried with this engine. */
@NullMarked
package dev.writeback.engine.law;

import org.jspecify.annotations.NullMarked;
