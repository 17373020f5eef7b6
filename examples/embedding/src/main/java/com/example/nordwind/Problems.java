package com.example.nordwind;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.EntryId;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.util.List;

/** What may stand in the way of the folder, for an administrator. */
final class Problems {

    private Problems() {}

    static Problem folderAway() {
        return Problem.of(
                ErrorCode.DIRECTORY_UNAVAILABLE,
                "The people folder cannot be read or written.",
                "Look whether the volume is there and whether this account may write to it.");
    }

    static Problem nobodyHas(List<Anchor> anchors) {
        return Problem.of(
                ErrorCode.ENTRY_NOT_FOUND,
                "Nobody in the folder has %s.".formatted(anchors),
                "Add the person, or mend the anchor in the export.");
    }

    static Problem severalHave(List<Anchor> anchors) {
        return Problem.of(
                ErrorCode.AMBIGUOUS_MATCH,
                "Several people in the folder have one of %s.".formatted(anchors),
                "Leave the anchor with the one that it belongs to.");
    }

    static Problem gone(EntryId person) {
        return Problem.of(
                ErrorCode.ENTRY_NOT_FOUND,
                "%s is no longer in the folder.".formatted(person),
                "Add the person again, or remove the mailbox.");
    }

    static Problem unknown(AttributeName attribute) {
        return Problem.of(
                ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND,
                "People have no attribute %s.".formatted(attribute),
                "Take it out of the profile.");
    }

    static Problem changedMeanwhile(EntryId person, AttributeName attribute) {
        return Problem.of(
                ErrorCode.ENTRY_CONFLICT,
                "Somebody changed %s of %s meanwhile.".formatted(attribute, person),
                "Nothing is to be done: it is read and planned again.");
    }
}
