package io.armature.engine.workflow;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Severity;
import io.armature.metadata.read.NodeJson;
import io.armature.metadata.read.PackReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Versions of workflows: those that packs brought are kept, so that records under way can stay on the one they began with; or
 * the records are moved when the pack is upgraded.
 */
public final class WorkflowVersions {

    private static final PackReader READER = new PackReader();

    private WorkflowVersions() {}

    /** Records of a former version in one state. */
    private record Under(int version, String state, long records) {}

    /** What an upgrade to a model would do to records under way: warnings, and errors where it cannot be. */
    public static List<Problem> findings(SqlRunner runner, String schema, Model model) {
        List<Problem> findings = new ArrayList<>();
        for (Definition definition : model.definitions(Kind.WORKFLOW).values()) {
            if (definition instanceof WorkflowDefinition workflow) {
                findings.addAll(findings(workflow, under(runner, schema, workflow)));
            }
        }
        return findings;
    }

    private static List<Under> under(SqlRunner runner, String schema, WorkflowDefinition workflow) {
        boolean there = runner.one(
                Sql.of("select to_regclass(?) is not null", SqlValue.text(Identifiers.quote(schema, FlowStore.TABLE))),
                row -> row.getBoolean(1));
        return there
                ? runner.list(
                        Sql.of(
                                "select version, state, count(*) from " + Identifiers.quote(schema, FlowStore.TABLE)
                                        + " where workflow = ? group by 1, 2 order by 1, 2",
                                SqlValue.text(name(workflow))),
                        row -> new Under(row.getInt(1), row.getString(2), row.getLong(3)))
                : List.of();
    }

    private static List<Problem> findings(WorkflowDefinition workflow, List<Under> under) {
        List<Problem> findings = new ArrayList<>();
        Position place = workflow.origin().position();
        boolean moves = workflow.migrate().isPresent();
        for (Under some : under) {
            boolean former = some.version() < workflow.version();
            boolean known = workflow.states().containsKey(some.state())
                    || former && moves && workflow.migrate().get().containsKey(some.state());
            if (!known && (!former || moves)) {
                findings.add(Problem.error(
                        ProblemCode.STATE_IN_USE,
                        place,
                        "states",
                        Long.toString(some.records()),
                        some.state(),
                        name(workflow)));
            }
        }
        under.stream()
                .filter(some -> some.version() < workflow.version())
                .map(Under::version)
                .distinct()
                .forEach(version -> findings.add(new Problem(
                        ProblemCode.WORKFLOW_UPGRADE,
                        Severity.WARNING,
                        place,
                        "version",
                        List.of(
                                name(workflow),
                                Integer.toString(version),
                                Integer.toString(workflow.version()),
                                Long.toString(under.stream()
                                        .filter(some -> some.version() == version)
                                        .mapToLong(Under::records)
                                        .sum()),
                                moves ? "move" : "stay"))));
        return findings;
    }

    /**
     * Keeps the workflows of a model, and moves records where they say so. In the transaction of the upgrade.
     *
     * @return whether timers were set anew, some of which may be due already
     */
    public static boolean upgrade(SqlRunner transaction, String schema, Model model) {
        Workflows workflows = Workflows.of(model);
        boolean moved = false;
        for (Definition definition : model.definitions(Kind.WORKFLOW).values()) {
            if (definition instanceof WorkflowDefinition workflow) {
                keep(transaction, schema, workflow);
                moved |= workflow.migrate().isPresent()
                        && model.entity(entity(workflow))
                                .flatMap(entity -> workflows.named(entity, name(workflow)))
                                .filter(compiled -> move(
                                        transaction,
                                        schema,
                                        compiled,
                                        workflow.migrate().get()))
                                .isPresent();
            }
        }
        return moved;
    }

    private static void keep(SqlRunner transaction, String schema, WorkflowDefinition workflow) {
        transaction.update(Sql.of(
                "insert into " + table(schema) + " (name, version, definition) values (?, ?, ?)"
                        + " on conflict (name, version) do update set definition = excluded.definition",
                SqlValue.text(name(workflow)),
                SqlValue.integer((long) workflow.version()),
                SqlValue.text(NodeJson.of(workflow.source()).toString())));
    }

    /** Field, place and timers of the records of former versions, each in one statement; whether there were any. */
    private static boolean move(SqlRunner transaction, String schema, Workflow workflow, Map<String, String> states) {
        String flow = Identifiers.quote(schema, FlowStore.TABLE);
        List<String> former = List.copyOf(states.keySet());
        Sql moves = Sql.of(
                "unnest(?::text[], ?::text[]) as m (former, state) where m.former = f.state and f.workflow = ? and f.version < ?",
                SqlValue.texts(former),
                SqlValue.texts(former.stream().map(states::get).toList()),
                SqlValue.text(workflow.name()),
                SqlValue.integer((long) workflow.version()));
        transaction.update(Sql.of("update " + Identifiers.quote(schema, table(workflow)) + " r set "
                        + Identifiers.quote(workflow.field().column().name())
                        + " = moved.state from (select f.record, m.state from " + flow + " f, ")
                .then(moves)
                .then(Sql.of(") moved where moved.record = r.id")));
        transaction.update(Sql.of("update " + flow + " f set state = m.state, since = now() from ")
                .then(moves));
        rearm(transaction, schema, workflow);
        closeApprovals(transaction, schema, workflow);
        return transaction.update(Sql.of(
                        "update " + flow + " set version = ? where workflow = ? and version < ?",
                        SqlValue.integer((long) workflow.version()),
                        SqlValue.text(workflow.name()),
                        SqlValue.integer((long) workflow.version())))
                > 0;
    }

    /**
     * Timers of states that are left are not; those of the states in which records now are begin with the state. Records that
     * began with the present version keep theirs: what a timer has done once it does not do again.
     */
    private static void rearm(SqlRunner transaction, String schema, Workflow workflow) {
        String timers = Identifiers.quote(schema, TimerStore.TABLE);
        String flow = Identifiers.quote(schema, FlowStore.TABLE);
        transaction.update(Sql.of(
                "delete from " + timers + " t using " + flow
                        + " f where f.record = t.record and f.workflow = t.workflow and f.workflow = ? and f.version < ?",
                SqlValue.text(workflow.name()),
                SqlValue.integer((long) workflow.version())));
        for (Timer timer : workflow.timers()) {
            transaction.update(Sql.of(
                    "insert into " + timers + " (id, record, entity, workflow, state, timer, due_at)"
                            + " select gen_random_uuid(), record, entity, workflow, state, ?, since + ? * interval '1 second'"
                            + " from " + flow + " where workflow = ? and state = ? and version < ?",
                    SqlValue.text(timer.name()),
                    SqlValue.integer(timer.after().toSeconds()),
                    SqlValue.text(workflow.name()),
                    SqlValue.text(timer.state()),
                    SqlValue.integer((long) workflow.version())));
        }
    }

    /** Of those who are asked about a transition that does not leave the state in which the record is now, nobody waits any more. */
    private static void closeApprovals(SqlRunner transaction, String schema, Workflow workflow) {
        List<String> asked = new ArrayList<>();
        List<String> states = new ArrayList<>();
        for (State state : workflow.states().values()) {
            workflow.from(state).stream()
                    .filter(leaving -> leaving.approval().isPresent())
                    .forEach(leaving -> {
                        asked.add(leaving.name());
                        states.add(state.name());
                    });
        }
        transaction.update(Sql.of(
                "update " + Identifiers.quote(schema, ApprovalStore.TABLE) + " a set status = 'closed' from "
                        + Identifiers.quote(schema, FlowStore.TABLE)
                        + " f where f.record = a.record and f.workflow = a.workflow and f.workflow = ? and f.version < ?"
                        + " and a.status in ('" + ApprovalStore.PENDING + "', '" + ApprovalStore.WAITING
                        + "') and not exists (select 1 from unnest(?::text[], ?::text[]) as t (transition, state)"
                        + " where t.transition = a.transition and t.state = f.state)",
                SqlValue.text(workflow.name()),
                SqlValue.integer((long) workflow.version()),
                SqlValue.texts(asked),
                SqlValue.texts(states)));
    }

    private static String table(Workflow workflow) {
        return workflow.entity().lineage().getLast().equals(workflow.field().level())
                ? workflow.entity().table()
                : workflow.field().level().replace('.', '$');
    }

    /** A former version as it was. */
    static Optional<WorkflowDefinition> kept(SqlRunner runner, String schema, String name, int version) {
        return runner.first(
                        Sql.of(
                                "select definition from " + table(schema) + " where name = ? and version = ?",
                                SqlValue.text(name),
                                SqlValue.integer((long) version)),
                        row -> row.getString(1))
                .flatMap(json -> read(name, json));
    }

    private static Optional<WorkflowDefinition> read(String name, String json) {
        int dot = name.indexOf('.');
        String manifest = "{\"pack\": \"" + name.substring(0, dot)
                + "\", \"version\": \"0.0.0\", \"title\": \"Workflow\", \"engine\": \">=0.1\"}";
        return READER
                .read(Map.of(
                        "pack.json",
                        manifest.getBytes(StandardCharsets.UTF_8),
                        "workflows/" + name.substring(dot + 1) + ".json",
                        json.getBytes(StandardCharsets.UTF_8)))
                .definitions()
                .stream()
                .filter(WorkflowDefinition.class::isInstance)
                .map(WorkflowDefinition.class::cast)
                .findFirst();
    }

    private static String name(WorkflowDefinition workflow) {
        return workflow.origin().pack() + "." + workflow.name();
    }

    private static String entity(WorkflowDefinition workflow) {
        return workflow.origin().fullName(workflow.entity());
    }

    private static String table(String schema) {
        return Identifiers.quote(schema, "sys$workflow_version");
    }
}
