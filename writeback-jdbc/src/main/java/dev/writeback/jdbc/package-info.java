/** A store that outlives the process, in a database of the host. */
@NullMarked
package dev.writeback.jdbc;

import org.jspecify.annotations.NullMarked;
