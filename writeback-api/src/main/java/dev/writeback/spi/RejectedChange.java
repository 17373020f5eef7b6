package dev.writeback.spi;

import dev.writeback.model.CloudObjectId;
import java.util.Optional;

/**
 * A part of a source that cannot be read. It is reported and kept aside; the others go on.
 *
 * @param place where it stands, for instance {@code feed/0001.jsonl:12:7} for file, line and column
 * @param reason one sentence that says what is wrong and what would be right
 * @param object the object it is about, where that could be read
 * @param content what stands there, word for word
 */
public record RejectedChange(String place, String reason, Optional<CloudObjectId> object, String content) {}
