package dev.writeback.testkit.contract;

import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.util.List;

/** A directory under test that has organizational units and groups. */
public interface ScopedDirectory extends DirectoryUnderTest {

    /** Adds an organizational unit in which there is nothing. */
    EntryId addUnit(String name);

    /** Gives an organizational unit another name; its id stays. */
    void renameUnit(EntryId unit, String name);

    /** Adds a group, or gives the one of this name other members: entries and groups. */
    EntryId group(String name, List<ObjectGuid> members);
}
