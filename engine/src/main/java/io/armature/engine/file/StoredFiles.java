package io.armature.engine.file;

import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Transaction;
import io.armature.engine.due.DueBook;
import io.armature.engine.write.Uuids;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes files in and hands them out, to those who may. What may not be had is not there. Safe for many threads. */
public final class StoredFiles {

    private static final int LONGEST_NAME = 255;

    private final Database database;
    private final BlobStore blobs;
    private final FileRights rights;
    private final FileTrail trail;
    private final DueBook book;
    private final FileLimits limits;
    private final Clock clock;
    private final Uuids ids = new Uuids();

    public StoredFiles(
            Database database,
            BlobStore blobs,
            FileRights rights,
            FileTrail trail,
            DueBook book,
            FileLimits limits,
            Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.rights = rights;
        this.trail = trail;
        this.book = book;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes a file in.
     *
     * @param about the record that it is attached to; without one it waits a day for a record's field to name it
     * @throws ProblemException when it is too large, the tenant has too much, or the caller may not change the record
     */
    public StoredFile add(RequestContext context, String name, InputStream content, Optional<StoredFile.About> about) {
        about.ifPresent(record -> requireAttachable(context, record));
        return taken(context, content, draft -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            StoredFile file = file(context, ids.next(now), name, draft, about, now);
            return database.transaction(sql -> {
                keep(sql, context, draft, now);
                FileStore.add(sql, context.tenant(), file);
                trail.added(sql, context, file);
                book.note(sql, context.tenant(), FileSweep.KIND, now.plus(FileSweep.PATIENCE));
                return file;
            });
        });
    }

    /** Gives a file another content; the former one stays as a version. */
    public StoredFile replace(RequestContext context, UUID id, Optional<String> name, InputStream content) {
        StoredFile before = require(context, id);
        requireChangeable(context, before);
        return taken(context, content, draft -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            StoredFile next = file(context, id, name.orElse(before.name()), draft, before.about(), now);
            rights.requireFit(context, before, next);
            database.transaction(sql -> {
                keep(sql, context, draft, now);
                FileStore.replace(
                        sql, context.tenant(), id, next, context.user().id());
                trail.replaced(sql, context, before, next);
                return next;
            });
            return require(context, id);
        });
    }

    /** @throws ProblemException when there is none, or none for this caller */
    public StoredFile require(RequestContext context, UUID id) {
        return database.direct(sql -> FileStore.one(sql, context.tenant(), id))
                .filter(file -> rights.mayRead(context, file))
                .orElseThrow(() -> notFound("files/" + id));
    }

    /** What is attached to a record. */
    public List<StoredFile> of(RequestContext context, StoredFile.About about) {
        if (!rights.may(context, Verb.READ, about)) {
            throw notFound(about.entity().replace('.', '/') + "/" + about.record());
        }
        return database.direct(sql -> FileStore.attached(sql, context.tenant(), about));
    }

    public List<FileVersion> versions(RequestContext context, UUID id) {
        require(context, id);
        return database.direct(sql -> FileStore.versions(sql, context.tenant(), id));
    }

    /** A part of a content of the tenant. */
    public InputStream open(RequestContext context, String digest, long from, long length) {
        try {
            return blobs.open(context.tenant(), digest, from, length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Takes a file away; one that is the value of a field goes when the field no longer names it. */
    public void delete(RequestContext context, UUID id) {
        StoredFile file = require(context, id);
        requireChangeable(context, file);
        file.field().ifPresent(field -> {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.RECORD_IN_USE,
                    "",
                    "sys.file",
                    file.about().orElseThrow().entity() + "." + field));
        });
        database.transaction(sql -> {
            FileStore.delete(sql, context.tenant(), id);
            trail.removed(sql, context, file);
            book.note(sql, context.tenant(), FileSweep.KIND, clock.instant().plus(FileSweep.PATIENCE));
            return id;
        });
    }

    /** Bytes that the tenant keeps. */
    public long total(RequestContext context) {
        return database.direct(sql -> ContentStore.total(sql, context.tenant()));
    }

    /** Work with a content that was taken in. */
    private interface Taken {
        StoredFile use(Draft draft) throws IOException;
    }

    private StoredFile taken(RequestContext context, InputStream content, Taken taken) {
        try (Draft draft = blobs.draft(context.tenant(), content, limits.file())) {
            return taken.use(draft);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private StoredFile file(
            RequestContext context, UUID id, String name, Draft draft, Optional<StoredFile.About> about, Instant now)
            throws IOException {
        String clean = name(name);
        return new StoredFile(
                id,
                clean,
                MediaTypes.of(draft.place(), clean),
                draft.size(),
                draft.digest(),
                about,
                Optional.empty(),
                1,
                context.user().id(),
                now,
                now);
    }

    private void keep(Transaction sql, RequestContext context, Draft draft, Instant now) {
        if (!ContentStore.add(sql, context.tenant(), draft, now, limits.tenant())) {
            throw new ProblemException(Problem.inValue(ProblemCode.STORAGE_FULL, "", String.valueOf(limits.tenant())));
        }
        try {
            blobs.keep(context.tenant(), draft);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The name without folders, in one line. */
    private static String name(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        if (clean.isEmpty() || clean.equals(".") || clean.equals("..")) {
            throw new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "name", "name"));
        }
        if (clean.length() > LONGEST_NAME) {
            throw new ProblemException(Problem.inValue(ProblemCode.TOO_LONG, "name", Integer.toString(LONGEST_NAME)));
        }
        return clean;
    }

    private void requireAttachable(RequestContext context, StoredFile.About about) {
        boolean takes = context.model()
                .entity(about.entity())
                .filter(Entity::stored)
                .filter(entity -> entity.features().attachments())
                .isPresent();
        if (!takes || !rights.may(context, Verb.READ, about)) {
            throw notFound(about.entity().replace('.', '/') + "/" + about.record() + "/files");
        }
        if (!rights.may(context, Verb.UPDATE, about)) {
            throw forbidden();
        }
    }

    private void requireChangeable(RequestContext context, StoredFile file) {
        if (!rights.mayChange(context, file)) {
            throw forbidden();
        }
    }

    private static ProblemException forbidden() {
        return new ProblemException(Problem.inValue(
                ProblemCode.FORBIDDEN, "", "change this file", "Whoever may change the record may change its files."));
    }

    private static ProblemException notFound(String what) {
        return new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", what, ""));
    }
}
