/** Which cloud attributes flow to which directory attributes, and how. */
@NullMarked
package dev.writeback.engine.mapping;

import org.jspecify.annotations.NullMarked;
