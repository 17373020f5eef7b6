/** Three-way merge of one attribute: cloud, directory, and what they last agreed on. */
@NullMarked
package dev.writeback.engine.merge;

import org.jspecify.annotations.NullMarked;
