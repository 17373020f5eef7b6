package dev.writeback.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.writeback.engine.StatusReport;
import dev.writeback.engine.json.PlanJson;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Holding;
import dev.writeback.spi.RunRecord;
import java.time.Instant;
import java.util.Optional;

/** For programs: a JSON object a line, one for each object as it comes, and one for the whole. */
final class StatusLines implements StatusView {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Output output;

    StatusLines(Output output) {
        this.output = output;
    }

    @Override
    public void add(Holding holding) {
        ObjectNode json = JSON.createObjectNode()
                .put("type", "object")
                .put("id", holding.object().id().value())
                .put("dn", Standing.dn(holding).orElse(null))
                .put("state", Standing.of(holding.state()).word())
                .put("since", holding.since().toString())
                .put("due", holding.due().map(Instant::toString).orElse(null))
                .put("attempts", holding.attempts());
        json.set("problem", json(holding.problem()));
        ArrayNode conflicts = json.putArray("conflicts");
        holding.parked().forEach(parking -> conflicts.add(parking.attribute().value()));
        Optional<Plan> plan = holding.held();
        json.putRawValue("plan", plan.map(PlanJson::text).map(RawValue::new).orElse(null));
        output.result(json.toString());
    }

    @Override
    public void end(StatusReport report, int undelivered) {
        ObjectNode json = JSON.createObjectNode().put("type", "summary");
        ObjectNode objects = json.putObject("objects");
        for (Standing standing : Standing.values()) {
            objects.put(standing.word(), standing.count(report.objects()));
        }
        ArrayNode held = json.putArray("held");
        report.held().forEach(run -> held.add(json(run)));
        json.set("lastRun", report.last().<ObjectNode>map(StatusLines::json).orElse(null));
        json.put("undelivered", undelivered);
        json.set("problem", json(report.problem()));
        output.result(json.toString());
    }

    private static ObjectNode json(RunRecord run) {
        ObjectNode json = JSON.createObjectNode()
                .put("cycleId", run.id())
                .put("started", run.started().toString())
                .put("ended", run.ended().map(Instant::toString).orElse(null))
                .put("state", Standing.word(run.state()));
        json.set("problem", json(run.problem()));
        json.put(
                "enumerated",
                run.enumerated().isPresent() ? (Long) run.enumerated().getAsLong() : null);
        ObjectNode counts = json.putObject("counts");
        run.counts().forEach(counts::put);
        return json;
    }

    private static JsonNode json(Optional<Problem> problem) {
        return problem.<JsonNode>map(RunReports::json).orElseGet(JSON::nullNode);
    }
}
