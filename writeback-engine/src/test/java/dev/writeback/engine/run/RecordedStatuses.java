package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.StatusReporter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
public final class RecordedStatuses implements StatusReporter {

    public final List<Status> all = new CopyOnWriteArrayList<>();

    @Override
    public void report(Status status) {
        all.add(status);
    }

    public List<Status> of(CloudObjectId id) {
        return all.stream()
                .filter(status -> status.object().filter(id::equals).isPresent())
                .toList();
    }

    public Status last(int number) {
        List<Status> statuses = of(Mailboxes.id(number));
        return statuses.get(statuses.size() - 1);
    }

    public List<Step.Result> results(int number) {
        return of(Mailboxes.id(number)).stream().map(Status::result).toList();
    }
}
