/** Assertions of AssertJ for plans, statuses and entries, whose failures show the difference. */
@NullMarked
package dev.writeback.testkit.assertion;

import org.jspecify.annotations.NullMarked;
