package io.armature.engine.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.FieldChanges;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.SqlRunner;
import java.util.Optional;

/** Notes what people do with files beside naming them in fields, which is a change of the record. */
public final class FileTrail {
    private static final String ENTITY = "sys.file";

    private final Audit audit;

    public FileTrail(Audit audit) {
        this.audit = audit;
    }

    void added(SqlRunner sql, RequestContext context, StoredFile file) {
        note(sql, context, "create", file, changes(Optional.empty(), Optional.of(file)));
    }

    void replaced(SqlRunner sql, RequestContext context, StoredFile before, StoredFile next) {
        note(sql, context, "update", before, changes(Optional.of(before), Optional.of(next)));
    }

    void removed(SqlRunner sql, RequestContext context, StoredFile file) {
        note(sql, context, "delete", file, changes(Optional.of(file), Optional.empty()));
    }

    private static FieldChanges changes(Optional<StoredFile> before, Optional<StoredFile> after) {
        return new FieldChanges()
                .with(
                        "name",
                        before.map(StoredFile::name).orElse(null),
                        after.map(StoredFile::name).orElse(null))
                .with(
                        "sha256",
                        before.map(StoredFile::digest).orElse(null),
                        after.map(StoredFile::digest).orElse(null));
    }

    private void note(SqlRunner sql, RequestContext context, String action, StoredFile file, FieldChanges changes) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        file.about()
                .ifPresent(about -> details.put("entity", about.entity())
                        .put("record", about.record().toString()));
        file.field().ifPresent(field -> details.put("field", field));
        audit.note(
                sql,
                context.tenant(),
                AuditEntry.of(action, ENTITY, context.origin())
                        .by(context.user().id())
                        .about(file.id())
                        .changing(changes)
                        .with(details.toString()));
    }
}
