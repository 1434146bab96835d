package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is told of steps of workflows, agreements and the past of records. */
final class WorkflowSchemas {

    private static final String MOMENT = "date-time";
    private static final String ID = "uuid";

    private WorkflowSchemas() {}

    /** The answer of {@code …/transitions}. */
    static ObjectNode options() {
        ObjectNode option = Schemas.object();
        ObjectNode properties = option.putObject("properties");
        for (String name :
                new String[] {"name", "title", "workflow", "field", "from", "to", "toTitle", "icon", "confirm"}) {
            properties.set(name, Schemas.text(""));
        }
        properties.set("allowed", Schemas.flag());
        properties.set("reasons", Schemas.list(Schemas.object()));
        properties
                .putObject("comment")
                .put("type", "string")
                .putArray("enum")
                .add("required")
                .add("optional");
        properties.set("fields", Schemas.list(Schemas.text("")));
        ObjectNode approvals = Schemas.object();
        ObjectNode counts = approvals.putObject("properties");
        counts.set("stage", Schemas.integer());
        counts.set("needed", Schemas.integer());
        counts.set("approved", Schemas.integer());
        counts.set("asked", Schemas.list(Schemas.text(ID)));
        properties.set("approvals", approvals);
        return data(option);
    }

    /** The answer of {@code …/approvals} and of {@code /api/sys/approval/mine}. */
    static ObjectNode approvals() {
        ObjectNode approval = Schemas.object();
        ObjectNode properties = approval.putObject("properties");
        for (String name : new String[] {"id", "round", "assignee", "requester", "decidedBy"}) {
            properties.set(name, Schemas.text(ID));
        }
        for (String name : new String[] {"label", "workflow", "transition", "title", "comment"}) {
            properties.set(name, Schemas.text(""));
        }
        ObjectNode record = Schemas.object();
        record.putObject("properties")
                .<ObjectNode>set("entity", Schemas.text(""))
                .set("id", Schemas.text(ID));
        properties.set("record", record);
        properties.set("stage", Schemas.integer());
        properties
                .putObject("status")
                .put("type", "string")
                .putArray("enum")
                .add("waiting")
                .add("pending")
                .add("approved")
                .add("rejected")
                .add("returned")
                .add("reassigned")
                .add("closed");
        properties.set("since", Schemas.text(MOMENT));
        properties.set("decidedAt", Schemas.text(MOMENT));
        return data(approval);
    }

    /** The answer of {@code …/workflow}. */
    static ObjectNode course() {
        ObjectNode course = Schemas.object();
        ObjectNode properties = course.putObject("properties");
        ObjectNode place = Schemas.object();
        ObjectNode standing = place.putObject("properties");
        for (String name : new String[] {"workflow", "field", "state", "title"}) {
            standing.set(name, Schemas.text(""));
        }
        standing.set("version", Schemas.integer());
        standing.set("final", Schemas.flag());
        standing.set("since", Schemas.text(MOMENT));
        standing.set("seconds", Schemas.integer());
        standing.set("actor", Schemas.text(ID));
        properties.set("workflows", Schemas.list(place));
        ObjectNode timer = Schemas.object();
        ObjectNode due = timer.putObject("properties");
        for (String name : new String[] {"workflow", "timer", "state"}) {
            due.set(name, Schemas.text(""));
        }
        due.set("at", Schemas.text(MOMENT));
        properties.set("timers", Schemas.list(timer));
        properties.set("history", Schemas.list(Schemas.object()));
        return course;
    }

    /** The answer of {@code …/history}. */
    static ObjectNode history() {
        ObjectNode entry = Schemas.object();
        ObjectNode properties = entry.putObject("properties");
        properties.set("at", Schemas.text(MOMENT));
        properties.set("version", Schemas.integer());
        properties.set("action", Schemas.text(""));
        ObjectNode actor = Schemas.object();
        actor.putObject("properties").<ObjectNode>set("id", Schemas.text(ID)).set("name", Schemas.text(""));
        properties.set("actor", Schemas.nullable(actor));
        ObjectNode change = Schemas.object();
        ObjectNode values = change.putObject("properties");
        values.set("field", Schemas.text(""));
        values.set("title", Schemas.text(""));
        values.putObject("old");
        values.putObject("new");
        values.set("oldLabel", Schemas.nullable(Schemas.text("")));
        values.set("newLabel", Schemas.nullable(Schemas.text("")));
        properties.set("changes", Schemas.list(change));
        properties.set("request", Schemas.nullable(Schemas.text("")));
        properties.set(
                "details",
                Schemas.nullable(Schemas.object()
                        .put(
                                "description",
                                "Of steps of a workflow and agreements: which, from where to where, comment")));
        ObjectNode page = Schemas.object();
        page.putObject("properties").set("next", Schemas.nullable(Schemas.text("")));
        ObjectNode answer = data(entry);
        answer.withObjectProperty("properties").set("page", page);
        return answer;
    }

    private static ObjectNode data(ObjectNode item) {
        ObjectNode answer = Schemas.object();
        answer.putObject("properties").set("data", Schemas.list(item));
        return answer;
    }
}
