package io.armature.engine.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.engine.access.Access;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.access.Verb;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.record.RecordReads;
import io.armature.engine.write.ExactJson;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Prints records for a caller: what he may read and print, in his language. Safe for many threads. */
public final class Prints {

    private static final ObjectMapper JSON = ExactJson.mapper();

    private final Database database;
    private final RecordReads records;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final PdfPress press;

    /**
     * What can be printed of a record.
     *
     * @param generated made of the entity alone
     */
    public record Choice(String name, String title, boolean generated) {}

    public Prints(Database database, RecordReads records, Access access, Audit audit, PdfPress press, Clock clock) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.audit = audit;
        this.press = press;
        this.clock = clock;
    }

    /** What the caller can print of the entity's records; nothing without the right to print. */
    public List<Choice> choices(RequestContext context, Entity entity) {
        access.requireRead(context, entity);
        AccessPolicy policy = access.policy(context);
        return policy.may(Verb.PRINT, entity.fullName()).isNone()
                ? List.of()
                : sheets(context, entity, policy).stream()
                        .map(sheet -> new Choice(sheet.name(), sheet.title(), sheet.generated()))
                        .toList();
    }

    /**
     * Prints one record; nothing where it is not there for the caller.
     *
     * @throws ProblemException when the caller may not print it, or there is no such print
     */
    public Optional<PrintedFile> print(RequestContext context, Entity entity, UUID id, String name, PrintForm form) {
        access.require(context, Verb.PRINT, entity);
        AccessPolicy policy = access.policy(context);
        List<Sheet> sheets = sheets(context, entity, policy);
        Sheet sheet = sheets.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(entity, name, sheets));
        Printing printing = new Printing(context, policy.visible(), sheet);
        return records.one(context, printing.query(entity), id, false).map(record -> {
            if (!database.direct(runner -> records.may(context, runner, Verb.PRINT, entity, id))) {
                throw Access.forbidden("print this record");
            }
            note(context, entity, name, Optional.of(id));
            return printing.print(json(record.json()), access.moment(context, clock.instant()), form, press);
        });
    }

    /**
     * Prints a list of records.
     *
     * @param query whose fields name the columns; the usual ones where it names none
     */
    public PrintedFile list(RequestContext context, Entity entity, RecordQuery query, PrintForm form) {
        access.require(context, Verb.PRINT, entity);
        access.require(context, Verb.EXPORT, entity);
        Printing printing = Printing.ofList(context, access.policy(context).visible(), query);
        byte[] page = records.printed(context, printing.query(entity, query));
        note(context, entity, GeneratedSheets.LIST, Optional.empty());
        return printing.list(
                json(page).path("data"), printing.plural(entity), access.moment(context, clock.instant()), form, press);
    }

    private static List<Sheet> sheets(RequestContext context, Entity entity, AccessPolicy policy) {
        return new SheetFinder(context.model(), policy, new LookBook(context.model(), context.locale())).of(entity);
    }

    private void note(RequestContext context, Entity entity, String name, Optional<UUID> record) {
        AuditEntry entry = AuditEntry.of("print", entity.fullName(), context.origin())
                .by(context.user().id())
                .with(JsonNodeFactory.instance.objectNode().put("print", name).toString());
        audit.note(context.tenant(), record.map(entry::about).orElse(entry));
    }

    private static ProblemException unknown(Entity entity, String name, List<Sheet> sheets) {
        List<String> known = sheets.stream().map(Sheet::name).toList();
        return new ProblemException(Problem.inValue(
                ProblemCode.PRINT_UNKNOWN, "", entity.fullName(), name, Suggestion.question(name, known)));
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
