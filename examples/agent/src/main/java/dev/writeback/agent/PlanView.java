package dev.writeback.agent;

import dev.writeback.plan.Plan;
import java.io.IOException;

/** Shows plans, one after the other. */
interface PlanView extends AutoCloseable {

    /** Shows one. */
    void show(Plan plan) throws IOException;

    /** Ends what was begun. */
    @Override
    default void close() throws IOException {}
}
