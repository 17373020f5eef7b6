package dev.writeback.testkit.controller;

import java.util.List;
import java.util.stream.Stream;

/** All questions that the servers that were measured answer differently. */
final class Probes {

    private Probes() {}

    static List<Probe> all() {
        return Stream.of(
                        ServerProbes.all(),
                        ReadingProbes.all(),
                        StampProbes.all(),
                        ValueProbes.all(),
                        ModifyProbes.all(),
                        LinkProbes.all(),
                        RightsProbes.all(),
                        NameProbes.all())
                .flatMap(List::stream)
                .toList();
    }
}
