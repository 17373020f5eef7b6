/** What the cloud states and what the directory holds, as immutable values. */
@NullMarked
package dev.writeback.model;

import org.jspecify.annotations.NullMarked;
