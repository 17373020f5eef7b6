/** A cloud that a test programs, and a status screen that remembers what it was told. */
@NullMarked
package dev.writeback.testkit.cloud;

import org.jspecify.annotations.NullMarked;
