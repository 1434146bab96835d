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
public final class FileRights {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final RecordReads reads;
    private final FileTrials trials;

    public FileRights(Database database, RecordReads reads, FileTrials trials) {
        this.database = database;
        this.reads = reads;
        this.trials = trials;
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

    /**
     * Looks whether the caller may give a file another content.
     *
     * @param next the file as it would be
     * @throws ProblemException when it is the value of a field that cannot have such a file, or not from him, or not now
     */
    void requireFit(RequestContext context, StoredFile before, StoredFile next) {
        before.field().ifPresent(field -> {
            StoredFile.About about = before.about().orElseThrow();
            value(context, about, field).ifPresent(now -> trials.require(context, about, field, now, next));
        });
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
        try {
            return value(context, about, field).isPresent();
        } catch (ProblemException unknownToTheCaller) {
            return false;
        }
    }

    /** What the caller sees in the field of this very record. */
    private Optional<JsonNode> value(RequestContext context, StoredFile.About about, String field) {
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
        return database.direct(sql -> reads.one(context, sql, query, about.record()))
                .map(record -> read(record).path(field))
                .filter(value -> !value.isMissingNode() && !value.isNull());
    }

    private static JsonNode read(OneRecord record) {
        try {
            return JSON.readTree(record.json());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
