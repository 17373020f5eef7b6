/** Breaks rules on purpose, so that each is seen to bite. */
@NullMarked
package dev.writeback.architecture.bad.engine.json;

import org.jspecify.annotations.NullMarked;
