/** Profiles, feeds and statuses as JSON. */
@NullMarked
package dev.writeback.engine.json;

import org.jspecify.annotations.NullMarked;
