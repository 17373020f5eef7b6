package dev.writeback.testkit.controller;

import java.util.List;
import java.util.stream.Stream;

/** All questions that the servers that were measured answer differently. */
final class Probes {

    private Probes() {}

    static List<Probe> all() {
        return Stream.of(
                        ServerProbes.all(),
                        ServerProbes.signingIn(),
                        ReadingProbes.all(),
                        StampProbes.all(),
                        StampProbes.synchronizing(),
                        ValueProbes.all(),
                        ModifyProbes.all(),
                        LinkProbes.all(),
                        LinkProbes.oneTarget(),
                        RightsProbes.all(),
                        RightsProbes.answers(),
                        NameProbes.all())
                .flatMap(List::stream)
                .toList();
    }
}
