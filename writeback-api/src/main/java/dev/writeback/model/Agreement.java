package dev.writeback.model;

import java.util.List;

/**
 * What the two sides held of one attribute when they last agreed: the base of the three-way merge.
 *
 * <p>Each side is kept for itself, since they may agree without being equal: the directory keeps its X500 addresses and
 * its ACLable bit, and the cloud does not know of them.
 *
 * @param cloud what the cloud wanted, mapped to the directory's terms
 * @param directory what the directory held after that
 */
public record Agreement(List<AttributeValue> cloud, List<AttributeValue> directory) {
    public Agreement {
        cloud = List.copyOf(cloud);
        directory = directory.equals(cloud) ? cloud : List.copyOf(directory);
    }
}
