package dev.writeback.engine.simulation;

import java.util.List;

/**
 * A short history with a point to it.
 *
 * @param title what happens, in one sentence
 * @param field what it happens to, of object 0
 * @param lines its events
 */
record Scenario(String title, Field field, String lines) {

    /** The cloud and the directory agree first, and then this happens. */
    private static Scenario agreed(String title, Field field, String values, String lines) {
        return new Scenario(
                title, field, "cloud 0 %s %s\ndeliver 9 0\nstep A delta 99\n".formatted(field, values) + lines);
    }

    static final List<Scenario> DRIFT = List.of(
            agreed("Somebody changes a text that the cloud has stated.", Field.OTHER, "green", """
                    pass 60
                    edit 0 other set blue
                    """),
            agreed("Somebody changes it back before anybody looks.", Field.OTHER, "green", """
                    edit 0 other set blue
                    edit 0 other set green
                    """),
            agreed("Somebody adds a value of their own to a list.", Field.LIST, "red,green", """
                    edit 0 list add blue
                    """),
            agreed("Somebody takes one of the cloud's values out of a list.", Field.LIST, "red,green", """
                    edit 0 list remove red
                    """),
            agreed(
                    "Somebody makes another address the primary one.",
                    Field.ADDRESSES,
                    "SMTP:ada@x.test,smtp:bob@x.test",
                    """
                    edit 0 addresses promote smtp:bob@x.test
                    """),
            agreed("Somebody changes a text, and then everything is reconciled.", Field.OTHER, "green", """
                    edit 0 other set blue
                    step A initial 99
                    """));

    static final List<Scenario> CONFLICTS = List.of(
            agreed("Both change a text, the directory an hour later.", Field.OTHER, "green", """
                    cloud 0 other red
                    deliver 9 0
                    reach A lookup
                    pass 60
                    edit 0 other set blue
                    """),
            agreed("Both change a text, the cloud an hour later.", Field.OTHER, "green", """
                    edit 0 other set blue
                    pass 60
                    cloud 0 other red
                    deliver 9 0
                    """),
            agreed("Both make the same change.", Field.OTHER, "green", """
                    cloud 0 other blue
                    edit 0 other set blue
                    deliver 9 0
                    """),
            agreed("The cloud clears what the directory changes.", Field.OTHER, "green", """
                    edit 0 other set blue
                    cloud 0 other -
                    deliver 9 0
                    """),
            agreed("Both add a value to a list.", Field.LIST, "red", """
                    edit 0 list add blue
                    cloud 0 list red,green
                    deliver 9 0
                    """),
            agreed("Both spell one value of a list in another way.", Field.LIST, "red,green", """
                    edit 0 list set Red,green
                    cloud 0 list RED,green
                    deliver 9 0
                    """),
            agreed(
                    "Both make another address the primary one.",
                    Field.ADDRESSES,
                    "SMTP:ada@x.test,smtp:bob@x.test,smtp:eve@x.test",
                    """
                    edit 0 addresses promote smtp:bob@x.test
                    cloud 0 addresses smtp:ada@x.test,smtp:bob@x.test,SMTP:eve@x.test
                    deliver 9 0
                    """),
            new Scenario("The directory has another text at the first contact.", Field.OTHER, """
                    edit 0 other set blue
                    cloud 0 other green
                    deliver 9 0
                    """),
            new Scenario("The directory has other values at the first contact.", Field.LIST, """
                    edit 0 list set blue,green
                    cloud 0 list red,green
                    deliver 9 0
                    """),
            new Scenario("Somebody edits the entry between reading and writing.", Field.LIST, """
                    edit 0 list set blue
                    cloud 0 list red
                    deliver 9 0
                    reach A write
                    edit 0 list add red
                    """));

    static final List<Scenario> FAULTS = List.of(
            fault("Nothing goes wrong.", "step A delta 99"),
            fault("The answer to a write is lost; it was made.", "meet write-done-and-lost\nstep A delta 99"),
            fault("The answer to a write is lost; it was not made.", "meet write-lost\nstep A delta 99"),
            fault("The directory is busy.", "meet write-busy\nstep A delta 99"),
            fault("The directory is away.", "meet write-away\nstep A delta 99"),
            fault("The directory is away when it is read.", "meet lookup-away\nstep A delta 99"),
            fault("The account may not write.", "meet write-denied\nstep A delta 99"),
            fault("Five writes in a row come too late.", "meet write-stale\n".repeat(5) + "step A delta 99"),
            fault("The sink breaks after the write.", "meet write-done-and-breaks\nstep A delta 99"),
            fault("The source forgets its cursor.", "meet source-forgets\nstep A delta 99"),
            fault("The process dies before the write.", "reach A write\ncrash A before"),
            fault("The process dies just after the write.", "reach A write\ncrash A after"),
            fault(
                    "One node stands still before its write; the cloud goes on, and so does the other node.",
                    "reach A write\nstep B delta 99\ncloud 0 other blue\ndeliver 9 0\nstep B delta 99"),
            fault("The object leaves the cloud and comes back.", """
                    step A delta 99
                    cloud 0 managed false
                    deliver 9 0
                    step A delta 99
                    edit 0 other set blue
                    cloud 0 managed true
                    deliver 9 0"""));

    private static Scenario fault(String title, String lines) {
        return new Scenario(title, Field.OTHER, "cloud 0 other green\ndeliver 9 0\n" + lines + "\n");
    }
}
