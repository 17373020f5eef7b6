/** The ports: where changes come from, where they go, who is told, and where work is kept meanwhile. */
@NullMarked
package dev.writeback.spi;

import org.jspecify.annotations.NullMarked;
