/** Breaks rules on purpose, so that each is seen to bite. */
@NullMarked
package dev.writeback.architecture.bad.jdbc;

import org.jspecify.annotations.NullMarked;
