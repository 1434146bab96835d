package io.armature.engine.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.query.read.OneRecord;
import io.armature.engine.query.request.CountMode;
import io.armature.engine.query.request.Deletion;
import io.armature.engine.query.request.FieldSelection;
import io.armature.engine.query.request.Page;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.record.RecordReads;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what with files: he who may do it with the record. One that belongs to no record yet is its uploader's alone;
 * one that is attached, and no value of a field, is for people who are signed in.
 */
final class FileRights {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final RecordReads reads;

    FileRights(Database database, RecordReads reads) {
        this.database = database;
        this.reads = reads;
    }

    boolean mayRead(RequestContext context, StoredFile file) {
        return file.about()
                .map(about -> may(context, Verb.READ, about)
                        && file.field()
                                .map(field -> sees(context, about, field))
                                .orElse(!context.user().isVisitor()))
                .orElseGet(() -> owns(context, file));
    }

    boolean mayChange(RequestContext context, StoredFile file) {
        return file.about().map(about -> may(context, Verb.UPDATE, about)).orElseGet(() -> owns(context, file));
    }

    /** Whether the caller may do something with a record that is there. */
    boolean may(RequestContext context, String verb, StoredFile.About about) {
        return context.model()
                .entity(about.entity())
                .filter(Entity::stored)
                .filter(entity -> database.direct(sql -> reads.may(context, sql, verb, entity, about.record())))
                .isPresent();
    }

    private static boolean owns(RequestContext context, StoredFile file) {
        return file.owner().equals(context.user().id()) || context.user().isAdministrator();
    }

    /** Whether the caller sees the field of this very record. */
    private boolean sees(RequestContext context, StoredFile.About about, String field) {
        RecordQuery query = new RecordQuery(
                about.entity(),
                Optional.empty(),
                List.of(),
                List.of(FieldSelection.of(field)),
                1,
                Page.FIRST,
                CountMode.NONE,
                Optional.empty(),
                Deletion.HIDDEN,
                Optional.empty(),
                Optional.empty());
        try {
            return database.direct(sql -> reads.one(context, sql, query, about.record()))
                    .filter(record -> shows(record, field))
                    .isPresent();
        } catch (ProblemException unknownToTheCaller) {
            return false;
        }
    }

    private static boolean shows(OneRecord record, String field) {
        try {
            JsonNode json = JSON.readTree(record.json());
            return json.hasNonNull(field);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
