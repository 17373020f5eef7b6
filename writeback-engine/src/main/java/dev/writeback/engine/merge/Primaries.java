package dev.writeback.engine.merge;

import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Side;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which address is the primary one, when both sides may have made another one primary. */
final class Primaries {

    private final @Nullable ProxyAddress cloud;
    private final @Nullable ProxyAddress directory;
    private final boolean cloudMoved;
    private final boolean directoryMoved;

    /**
     * The primaries of these addresses.
     *
     * @param stated what the cloud stated when both agreed
     * @param was what the directory held then
     * @param now what the cloud states
     * @param present what the directory holds
     */
    Primaries(
            Collection<AttributeValue> stated,
            Collection<AttributeValue> was,
            Collection<AttributeValue> now,
            Collection<AttributeValue> present) {
        List<ProxyAddress> found = primaries(present);
        cloud = first(primaries(now));
        directory = theirs(found, cloud);
        cloudMoved = cloud != null && !isSame(cloud, first(primaries(stated)));
        directoryMoved = found.size() > 1 || !isSame(directory, first(primaries(was)));
    }

    boolean contradictEachOther() {
        return cloudMoved && directoryMoved && directory != null && !isSame(cloud, directory);
    }

    /** Makes the right one of these addresses the only primary; one of the cloud's if there is none. */
    void settle(Map<Object, AttributeValue> addresses, Side winner) {
        ProxyAddress right = chosen(addresses, winner);
        if (right == null) {
            return;
        }
        addresses.put(right.identity(), right.value());
        addresses.replaceAll((identity, value) -> {
            ProxyAddress address = ProxyAddress.of(value);
            return address.isPrimary() && !identity.equals(right.identity())
                    ? address.demoted().value()
                    : value;
        });
    }

    private @Nullable ProxyAddress chosen(Map<Object, AttributeValue> addresses, Side winner) {
        ProxyAddress theirs = directory;
        boolean isThere = theirs != null && addresses.containsKey(theirs.identity());
        if (!isThere || cloud == null) {
            return isThere ? theirs : cloud;
        }
        return directoryMoved && (!cloudMoved || winner == Side.DIRECTORY) ? theirs : cloud;
    }

    /** Of several, which only two writers at a time can leave, one that is not the cloud's. */
    private static @Nullable ProxyAddress theirs(List<ProxyAddress> found, @Nullable ProxyAddress cloud) {
        return found.stream()
                .filter(address -> !isSame(address, cloud))
                .findFirst()
                .orElse(first(found));
    }

    private static List<ProxyAddress> primaries(Collection<AttributeValue> values) {
        return values.stream()
                .map(ProxyAddress::of)
                .filter(ProxyAddress::isPrimary)
                .toList();
    }

    private static @Nullable ProxyAddress first(List<ProxyAddress> addresses) {
        return addresses.isEmpty() ? null : addresses.get(0);
    }

    private static boolean isSame(@Nullable ProxyAddress one, @Nullable ProxyAddress other) {
        return Objects.equals(
                Optional.ofNullable(one).map(ProxyAddress::identity),
                Optional.ofNullable(other).map(ProxyAddress::identity));
    }
}
