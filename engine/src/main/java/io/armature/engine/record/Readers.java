package io.armature.engine.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.access.Access;
import io.armature.engine.access.FormulaAccess;
import io.armature.engine.access.Rule;
import io.armature.engine.access.Verb;
import io.armature.engine.audit.Origin;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.identity.User;
import io.armature.engine.query.plan.StateFields;
import io.armature.engine.query.read.Facts;
import io.armature.engine.query.read.Judgement;
import io.armature.engine.query.read.OneRecord;
import io.armature.engine.query.read.ReadContext;
import io.armature.engine.query.request.CountMode;
import io.armature.engine.query.request.Deletion;
import io.armature.engine.query.request.FieldSelection;
import io.armature.engine.query.request.Page;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Looks at records as people would who have not asked: those who are told of them. Safe for many threads. */
public final class Readers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final RecordReads reads;
    private final Facts facts;
    private final Access access;
    private final Clock clock;

    public Readers(Database database, RecordReads reads, Facts facts, Access access, Clock clock) {
        this.database = database;
        this.reads = reads;
        this.facts = facts;
        this.access = access;
        this.clock = clock;
    }

    /** What somebody knows a record by; nothing when he may not read it. */
    public Optional<String> label(Tenant tenant, Model model, User user, Entity entity, UUID record) {
        RequestContext context = as(tenant, model, user);
        return database.direct(sql -> reads.may(context, sql, Verb.READ, entity, record)
                ? Optional.of(label(context, sql, entity, record))
                : Optional.empty());
    }

    /** Whether somebody sees in which states the records of an entity are, on all that he may read. */
    public boolean seesStates(Tenant tenant, Model model, User user, Entity entity) {
        RequestContext context = as(tenant, model, user);
        return StateFields.of(model, entity).stream()
                .allMatch(field -> reads.seesEverywhere(context, entity, field.name()));
    }

    private RequestContext as(Tenant tenant, Model model, User user) {
        return new RequestContext(
                tenant,
                model,
                user,
                user.locale().orElse(Locale.ENGLISH),
                Origin.of("message"),
                facts.of(tenant, model, user));
    }

    /**
     * What expressions come to on a record, as PostgreSQL writes it; empty ones are missing. Nothing where there is no such
     * record. Rights are not asked: whoever wrote the expressions answers for what they show.
     *
     * @param locale the language of translated texts
     */
    public Optional<Map<Expression, String>> values(
            Tenant tenant, Model model, Locale locale, Entity entity, UUID record, List<Expression> expressions) {
        RequestContext context = new RequestContext(tenant, model, User.SYSTEM, locale, Origin.of("message"));
        return database.direct(sql -> Judgement.of(
                        sql, reading(context), entity.fullName(), record, List.of(), List.copyOf(expressions)))
                .map(Judgement::values);
    }

    /** Of some values of a record, those that somebody would see who looked at it. */
    public Map<Expression, String> seen(
            Tenant tenant, Model model, User user, Entity entity, UUID record, Map<Expression, String> values) {
        RequestContext context = as(tenant, model, user);
        FormulaAccess access = new FormulaAccess(model, this.access.policy(context));
        Map<Expression, Rule> rules = new LinkedHashMap<>();
        values.keySet().forEach(value -> rules.put(value, access.of(entity, value)));
        List<Expression> conditions = Judgement.conditions(rules.values());
        Judgement judgement = conditions.isEmpty()
                ? new Judgement(Map.of(), Map.of())
                : database.direct(sql ->
                                Judgement.of(sql, reading(context), entity.fullName(), record, conditions, List.of()))
                        .orElseGet(() -> new Judgement(Map.of(), Map.of()));
        Map<Expression, String> seen = new LinkedHashMap<>();
        rules.forEach((value, rule) -> Optional.of(rule)
                .filter(judgement::of)
                .flatMap(any -> Optional.ofNullable(values.get(value)))
                .ifPresent(text -> seen.put(value, text)));
        return seen;
    }

    private ReadContext reading(RequestContext context) {
        return new ReadContext(
                context.tenant().name(),
                context.schema(),
                context.model(),
                access.policy(context),
                access.moment(context, clock.instant()),
                Optional.of(context.locale())
                        .filter(language -> !language.getLanguage().equals(Locale.ENGLISH.getLanguage())),
                false);
    }

    /** The entity's title where the label is not for this reader. */
    private String label(RequestContext context, SqlRunner sql, Entity entity, UUID record) {
        try {
            return reads.one(context, sql, query(entity), record)
                    .map(found -> text(found, entity))
                    .filter(text -> !text.isBlank())
                    .orElse(entity.title());
        } catch (ProblemException hidden) {
            return entity.title();
        }
    }

    private static RecordQuery query(Entity entity) {
        return new RecordQuery(
                entity.fullName(),
                Optional.empty(),
                List.of(),
                List.of(FieldSelection.of(entity.label())),
                1,
                Page.FIRST,
                CountMode.NONE,
                Optional.empty(),
                Deletion.HIDDEN,
                Optional.empty(),
                Optional.empty());
    }

    private static String text(OneRecord record, Entity entity) {
        try {
            JsonNode label = JSON.readTree(record.json()).path(entity.label());
            return label.isValueNode() && !label.isNull() ? label.asText() : "";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
