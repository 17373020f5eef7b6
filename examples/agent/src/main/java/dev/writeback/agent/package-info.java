/** The command line that administrators run. */
@NullMarked
package dev.writeback.agent;

import org.jspecify.annotations.NullMarked;
