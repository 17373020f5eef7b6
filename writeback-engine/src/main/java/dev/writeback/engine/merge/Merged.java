package dev.writeback.engine.merge;

import dev.writeback.model.AttributeValue;
import java.util.List;

/**
 * What came of a merge.
 *
 * @param ruling by which rule
 * @param values what the directory should hold
 */
public record Merged(Ruling ruling, List<AttributeValue> values) {}
