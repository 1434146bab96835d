package io.armature.engine.query.plan;

import io.armature.engine.access.Access;
import io.armature.engine.access.ReadAccess;
import io.armature.engine.query.plan.ReadPlan.Start;
import io.armature.engine.query.request.CountMode;
import io.armature.engine.query.request.Deletion;
import io.armature.engine.query.request.Grouping;
import io.armature.engine.query.request.Page;
import io.armature.engine.query.request.RecordQuery;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds requests against a model and what the caller may read. Everything wrong is told at once. For one request. */
public final class QueryPlanner {
    private final Model model;
    private final ReadAccess access;
    private final Problems problems = new Problems();
    private final Conditions conditions;

    public QueryPlanner(Model model, ReadAccess access) {
        this.model = model;
        this.access = access;
        this.conditions = new Conditions(model, access, problems);
    }

    /**
     * The plan of a list.
     *
     * @param query whose limit is 0 where it is given with each run
     * @param words those of {@code q}
     * @throws ProblemException when the request does not fit the model
     */
    public ReadPlan list(RecordQuery query, Start start, Words words) {
        Entity entity = readable(query.entity());
        List<Expression> conditions = conditions(entity, query);
        List<Order> order = new Orders(model, this.conditions).of(entity, query.sort());
        List<Field> searched = searched(entity, words.count());
        Words found = oneTable(searched) ? words : new Words(words.count(), 0);
        ReadPlan plan = new ReadPlan(
                query.entity(),
                outputs(entity, query, false),
                conditions,
                searched,
                words.count(),
                order,
                start,
                query.count(),
                deletion(entity, query.deletion()),
                query.asOf().isPresent(),
                false,
                query.limit(),
                query.asOf().isEmpty() && Steadiness.of(entity, conditions, order, found),
                query.asOf().isEmpty() && Gathering.of(entity, conditions, found));
        return checked(plan);
    }

    /**
     * The plan of one record, or of some that are told like one: its lines too where nobody says what to tell.
     *
     * @throws ProblemException when the request does not fit the model
     */
    public ReadPlan one(RecordQuery query, Start.Keyed key) {
        Entity entity = readable(query.entity());
        ReadPlan plan = new ReadPlan(
                query.entity(),
                outputs(entity, query, true),
                conditions(entity, query),
                List.of(),
                0,
                List.of(),
                key,
                CountMode.NONE,
                Deletion.INCLUDED,
                query.asOf().isPresent(),
                true,
                0,
                key instanceof Start.ByKeys,
                false);
        return checked(plan);
    }

    /**
     * The plan of sums over records.
     *
     * @throws ProblemException when the request does not fit the model
     */
    public GroupPlan groups(RecordQuery query, Grouping grouping, Words words) {
        Entity entity = readable(query.entity());
        refuseWithGroups(query);
        GroupPlanner planner = new GroupPlanner(conditions, problems);
        List<GroupPlan.Key> keys = planner.keys(entity, grouping);
        List<GroupPlan.Sum> sums = planner.sums(entity, grouping);
        GroupPlan plan = new GroupPlan(
                query.entity(),
                keys,
                sums,
                conditions(entity, query),
                planner.having(grouping),
                planner.scope(),
                searched(entity, words.count()),
                words.count(),
                planner.order(query.sort(), keys),
                deletion(entity, query.deletion()),
                query.asOf().isPresent());
        return checked(plan);
    }

    private void refuseWithGroups(RecordQuery query) {
        if (!query.fields().isEmpty()) {
            problems.add(Problem.inValue(ProblemCode.GROUPED_PARAMETER, "fields", "fields"));
        }
        if (query.page() instanceof Page.After) {
            problems.add(Problem.inValue(ProblemCode.GROUPED_PARAMETER, "cursor", "cursor"));
        }
    }

    private Entity readable(String name) {
        Entity entity = model.require(name);
        if (!entity.stored()) {
            throw new ProblemException(Problem.inValue(ProblemCode.UNREADABLE_ENTITY, "", name));
        }
        if (access.rows(name).isNone()) {
            throw Access.forbidden("read " + name);
        }
        return entity;
    }

    private List<Output> outputs(Entity entity, RecordQuery query, boolean one) {
        Selection selection = new Selection(model, access, problems);
        return query.fields().isEmpty() ? selection.usual(entity, one) : selection.of(entity, query.fields());
    }

    private List<Expression> conditions(Entity entity, RecordQuery query) {
        List<Expression> all = new ArrayList<>();
        query.filter()
                .flatMap(text -> conditions.condition(text, entity.fullName(), "filter"))
                .ifPresent(all::add);
        access.rows(entity.fullName()).condition().ifPresent(all::add);
        return all;
    }

    private List<Field> searched(Entity entity, int words) {
        if (words == 0) {
            return List.of();
        }
        List<Field> fields = entity.search().keySet().stream()
                .map(entity::field)
                .flatMap(Optional::stream)
                .filter(field ->
                        field.valueType() == Scalar.TEXT && !field.columns().isEmpty())
                .filter(Secrecy::readable)
                .filter(field -> access.field(entity, field.name()).isOpen())
                .toList();
        if (fields.isEmpty()) {
            problems.add(Problem.inValue(ProblemCode.NOT_SEARCHABLE, "q", entity.title()));
        }
        return fields;
    }

    /** No index finds what has a word in one table or in another. */
    private static boolean oneTable(List<Field> searched) {
        return searched.stream().map(Field::level).distinct().count() <= 1;
    }

    /** Without soft delete there are no deleted records: none is hidden, and none found when only they are wanted. */
    private static Deletion deletion(Entity entity, Deletion wanted) {
        return entity.features().softDelete() || wanted == Deletion.ONLY ? wanted : Deletion.INCLUDED;
    }

    private <P> P checked(P plan) {
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
        return plan;
    }
}
