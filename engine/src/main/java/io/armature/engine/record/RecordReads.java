package io.armature.engine.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.access.NarrowedAccess;
import io.armature.engine.access.ReadAccess;
import io.armature.engine.access.Rule;
import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.RowVisitor;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.query.read.Among;
import io.armature.engine.query.read.OneReading;
import io.armature.engine.query.read.OneRecord;
import io.armature.engine.query.read.ReadContext;
import io.armature.engine.query.read.RecordReader;
import io.armature.engine.query.request.Deletion;
import io.armature.engine.query.request.Page;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.sql.Layout;
import io.armature.engine.script.Hooks;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads records for a caller: what he may, in his language, as JSON bytes. Safe for many threads. */
public final class RecordReads {
    private static final Logger LOG = LoggerFactory.getLogger(RecordReads.class);
    private static final byte[] NO_CHANGES =
            "{\"data\":[],\"page\":{\"next\":null,\"count\":null}}".getBytes(StandardCharsets.US_ASCII);

    /** The language in which translated texts are kept; others stand beside them. */
    private static final String KEPT_LANGUAGE = Locale.ENGLISH.getLanguage();

    private final RecordReader reader;
    private final Access access;
    private final Clock clock;
    private final ShownRecords shown;

    /** @param hooks of packs, some of which look at what is shown */
    public RecordReads(RecordReader reader, Access access, Clock clock, Hooks hooks) {
        this.reader = reader;
        this.access = access;
        this.clock = clock;
        this.shown = new ShownRecords(hooks, clock);
    }

    /**
     * A page of records or groups, {@code {"data": [...], "page": {"next": ..., "count": ...}}}.
     *
     * @throws ProblemException when the caller may not, or the query does not fit
     */
    public byte[] list(RequestContext context, RecordQuery query, boolean decimalsAsText) {
        byte[] page = reader.list(reading(context, query, decimalsAsText), query);
        return shown.page(context, query, decimalsAsText, page);
    }

    /** The numbers of a report: over those records of which the caller may make reports. */
    public byte[] report(RequestContext context, RecordQuery query, boolean decimalsAsText) {
        return narrowed(context, query, List.of(Verb.REPORT), decimalsAsText);
    }

    /** A page of those records that the caller may print: a list on paper is an export, too. */
    public byte[] printed(RequestContext context, RecordQuery query) {
        return narrowed(context, query, List.of(Verb.PRINT, Verb.EXPORT), false);
    }

    private byte[] narrowed(RequestContext context, RecordQuery query, List<String> verbs, boolean decimalsAsText) {
        ReadAccess narrowed = new NarrowedAccess(access.policy(context), verbs, query.entity());
        byte[] page = reader.list(context(context, narrowed, decimalsAsText), query);
        return shown.page(context, query, decimalsAsText, page);
    }

    /** A page of records or groups as the transaction at hand has written them, as they are kept. */
    public byte[] list(RequestContext context, SqlRunner transaction, RecordQuery query) {
        return reader.list(transaction, reading(context, query, false), query);
    }

    /** One record by its id; empty when it is not there or not for this caller. */
    public Optional<OneRecord> one(RequestContext context, RecordQuery query, UUID id, boolean decimalsAsText) {
        return reader.one(reading(context, query, decimalsAsText), query, SystemFields.ID, id)
                .map(record -> shown.one(context, query, decimalsAsText, record));
    }

    /** One record by its key in a foreign system. */
    public Optional<OneRecord> byExternalId(
            RequestContext context, RecordQuery query, String externalId, boolean decimalsAsText) {
        return reader.one(reading(context, query, decimalsAsText), query, SystemFields.EXTERNAL_ID, externalId)
                .map(record -> shown.one(context, query, decimalsAsText, record));
    }

    /** One record as the transaction at hand has written it; nothing for a caller who may write and not read. */
    public Optional<OneRecord> one(RequestContext context, SqlRunner transaction, RecordQuery query, UUID id) {
        if (access.policy(context).rows(query.entity()).isNone()) {
            return Optional.empty();
        }
        return reader.one(transaction, reading(context, query, false), query, SystemFields.ID, id);
    }

    /** One record, for a writer that sends the statement along with his own; nothing for one who may not read. */
    Optional<OneReading> reading(RequestContext context, RecordQuery query, UUID id) {
        if (access.policy(context).rows(query.entity()).isNone()) {
            return Optional.empty();
        }
        return Optional.of(reader.reading(reading(context, query, false), query, SystemFields.ID, id));
    }

    /**
     * A record that was read for a writer, as its caller sees it; as it is kept where a function that should show it fails,
     * which changes nothing of what was written.
     */
    OneRecord shown(RequestContext context, RecordQuery query, OneRecord record) {
        try {
            return shown.one(context, query, false, record);
        } catch (ProblemException failed) {
            LOG.warn("A record was written and cannot be shown: {}", failed.getMessage());
            return record;
        }
    }

    /** What comes back of a record when nobody says what to show: its own fields and its lines, deleted or not. */
    public static RecordQuery representation(Entity entity) {
        return RecordQuery.all(entity.fullName(), Deletion.INCLUDED);
    }

    /**
     * Who changed what of a record, the latest change first: a page like those of lists; nothing where the caller does
     * not know of the record.
     *
     * @param query whose entity, limit and cursor count
     */
    public Optional<byte[]> history(RequestContext context, RecordQuery query, UUID id) {
        Optional<String> cursor =
                query.page() instanceof Page.After after ? Optional.of(after.cursor()) : Optional.empty();
        ReadContext reading = reading(context, query, false);
        byte[] page = reader.history(reading, query.entity(), id, query.limit(), cursor);
        boolean known = !Arrays.equals(page, NO_CHANGES)
                || reader.one(reading, RecordQuery.all(query.entity(), Deletion.INCLUDED), SystemFields.ID, id)
                        .isPresent();
        return known ? Optional.of(page) : Optional.empty();
    }

    /** Whether a record is there and the caller may do something with it: what he may not read, is not there for him. */
    public boolean may(RequestContext context, SqlRunner runner, String verb, Entity entity, UUID id) {
        return may(context, access.policy(context), runner, verb, entity, id);
    }

    /** The same by the caller's own roles alone: what was shared with him or lent to him, he cannot pass on. */
    public boolean mayPassOn(RequestContext context, SqlRunner runner, String verb, Entity entity, UUID id) {
        return may(context, access.own(context), runner, verb, entity, id);
    }

    private boolean may(
            RequestContext context, AccessPolicy policy, SqlRunner runner, String verb, Entity entity, UUID id) {
        Rule rule = policy.rows(entity.fullName()).and(policy.may(verb, entity.fullName()));
        return !Among.of(runner, context(context, policy, false), entity.fullName(), List.of(id), rule)
                .isEmpty();
    }

    /** Those of some records that are there and that the caller may read; deleted ones too. No statement where he may read all. */
    public Set<UUID> readable(RequestContext context, Entity entity, Set<UUID> ids) {
        AccessPolicy policy = access.policy(context);
        Rule rule = policy.rows(entity.fullName());
        return rule.isAll() ? ids : reader.among(context(context, policy, false), entity.fullName(), ids, rule);
    }

    /** The same as the transaction at hand has written them. */
    public Set<UUID> readable(RequestContext context, SqlRunner runner, Entity entity, Set<UUID> ids) {
        AccessPolicy policy = access.policy(context);
        Rule rule = policy.rows(entity.fullName());
        return rule.isAll() ? ids : Among.of(runner, context(context, policy, false), entity.fullName(), ids, rule);
    }

    /** Whether the caller sees a field on every record that he may read. */
    public boolean seesEverywhere(RequestContext context, Entity entity, String field) {
        return access.policy(context).field(entity, field).isOpen();
    }

    /**
     * Shows the records of a query that the caller may export to a visitor, a few in memory at once.
     *
     * @param only the ids of those that are wanted; all where it is empty
     */
    public void stream(
            RequestContext context,
            RecordQuery query,
            Optional<List<UUID>> only,
            Function<List<Layout>, RowVisitor> begin) {
        AccessPolicy policy = access.policy(context);
        access.require(context, Verb.EXPORT, context.model().require(query.entity()));
        reader.stream(
                context(context, new NarrowedAccess(policy, List.of(Verb.EXPORT), query.entity()), false),
                query,
                only,
                begin);
    }

    /** Whether functions of packs change what is shown of a query's records: whoever streams them has them {@link #show}n then. */
    public boolean isShownOtherwise(RequestContext context, RecordQuery query) {
        return shown.changes(context, query);
    }

    /** Some of the records of a stream, as functions show them. */
    public void show(RequestContext context, RecordQuery query, List<ObjectNode> records) {
        shown.some(context, query, records);
    }

    private ReadContext reading(RequestContext context, RecordQuery query, boolean decimalsAsText) {
        AccessPolicy policy = access.policy(context);
        if (policy.rows(query.entity()).isNone()) {
            throw Access.forbidden("read " + query.entity());
        }
        return context(context, policy, decimalsAsText);
    }

    private ReadContext context(RequestContext context, ReadAccess policy, boolean decimalsAsText) {
        return new ReadContext(
                context.tenant().name(),
                context.schema(),
                context.model(),
                policy,
                access.moment(context, clock.instant()),
                Optional.of(context.locale())
                        .filter(locale -> !locale.getLanguage().equals(KEPT_LANGUAGE)),
                decimalsAsText);
    }
}
