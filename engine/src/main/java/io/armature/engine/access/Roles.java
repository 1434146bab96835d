package io.armature.engine.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.FieldChanges;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.read.NodeJson;
import java.util.List;
import java.util.Optional;

/**
 * The roles of a tenant as documents, for administrators. What they change stands in the database over what the packs say
 * and counts on all nodes with the next request.
 */
public final class Roles {
    private final Database database;
    private final Access access;
    private final StandingCache standings;
    private final Audit audit;

    public Roles(Database database, Access access, StandingCache standings, Audit audit) {
        this.database = database;
        this.access = access;
        this.standings = standings;
        this.audit = audit;
    }

    /**
     * A role.
     *
     * @param name its full name
     * @param changed whether it is other than the pack says, or of no pack
     * @param document the JSON of its definition
     */
    public record Listed(String name, String title, boolean changed, String document) {}

    public List<Listed> list(RequestContext context) {
        RoleBook book = access.book(context);
        return book.definitions().keySet().stream()
                .map(name -> listed(context, book, name))
                .toList();
    }

    /** @throws ProblemException when there is no such role */
    public Listed get(RequestContext context, String name) {
        RoleBook book = access.book(context);
        if (!book.definitions().containsKey(name)) {
            throw missing(book, name);
        }
        return listed(context, book, name);
    }

    private static Listed listed(RequestContext context, RoleBook book, String name) {
        RoleDefinition role = Optional.ofNullable(book.definitions().get(name)).orElseThrow();
        boolean ofPack = role.equals(context.model().definitions(Kind.ROLE).get(name));
        return new Listed(name, role.title().orElse(name), !ofPack, RoleDocuments.json(role));
    }

    /**
     * Puts a role in the place of the pack's, or makes one.
     *
     * @param document the JSON of its definition
     * @throws ProblemException with everything that is wrong with it
     */
    public void put(RequestContext context, String name, byte[] document) {
        RoleDefinition role = RoleDocuments.checked(name, document, context.model());
        database.transaction(transaction -> {
            Optional<RoleDefinition> before =
                    Optional.ofNullable(access.book(context).definitions().get(name));
            transaction.update(Sql.of(
                    "insert into " + table(context) + " (name, document, updated_by) values (?, ?::jsonb, ?)"
                            + " on conflict (name) do update set document = excluded.document,"
                            + " updated_by = excluded.updated_by, updated_at = now()",
                    SqlValue.text(name),
                    SqlValue.text(RoleDocuments.json(role)),
                    SqlValue.uuid(context.user().id())));
            note(context, transaction, "put", name, before, Optional.of(role));
            standings.forget(transaction, context.tenant());
            return name;
        });
    }

    /** Takes back what was changed of a role: it is as its pack says, or gone. */
    public void reset(RequestContext context, String name) {
        RoleBook book = access.book(context);
        database.transaction(transaction -> {
            int gone = transaction.update(
                    Sql.of("delete from " + table(context) + " where name = ?", SqlValue.text(name)));
            if (gone == 0) {
                throw missing(book, name);
            }
            note(
                    context,
                    transaction,
                    "reset",
                    name,
                    Optional.ofNullable(book.definitions().get(name)),
                    Optional.ofNullable(context.model().definitions(Kind.ROLE).get(name))
                            .filter(RoleDefinition.class::isInstance)
                            .map(RoleDefinition.class::cast));
            RoleHolders.release(transaction, context, name, RoleHolders.ROWS)
                    .forEach(entry -> audit.note(transaction, context.tenant(), entry));
            standings.forget(transaction, context.tenant());
            return gone;
        });
    }

    private void note(
            RequestContext context,
            SqlRunner transaction,
            String what,
            String name,
            Optional<RoleDefinition> before,
            Optional<RoleDefinition> after) {
        FieldChanges changes = new FieldChanges()
                .with(
                        "document",
                        before.map(RoleDefinition::source).map(NodeJson::of).orElse(null),
                        after.map(RoleDefinition::source).map(NodeJson::of).orElse(null));
        audit.note(
                transaction,
                context.tenant(),
                AuditEntry.of("permission", "sys.role", context.origin())
                        .by(context.user().id())
                        .changing(changes)
                        .with(JsonNodeFactory.instance
                                .objectNode()
                                .put("role", name)
                                .put("change", what)
                                .toString()));
    }

    private static ProblemException missing(RoleBook book, String name) {
        return new ProblemException(Problem.inValue(
                ProblemCode.NOT_FOUND,
                "",
                name,
                Suggestion.question(name, book.definitions().keySet())));
    }

    private static String table(RequestContext context) {
        return StandingStore.table(context.schema(), RoleHolders.DOCUMENTS);
    }
}
