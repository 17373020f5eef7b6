/** What every source, sink, reporter and store must do, as tests that an implementation inherits. */
@NullMarked
package dev.writeback.testkit.contract;

import org.jspecify.annotations.NullMarked;
