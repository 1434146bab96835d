package io.armature.engine.boot;

import io.armature.engine.audit.Audit;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.due.DueBook;
import io.armature.engine.file.BlobStore;
import io.armature.engine.file.DiskBlobs;
import io.armature.engine.file.FileLimits;
import io.armature.engine.file.FileRights;
import io.armature.engine.file.FileSubscriber;
import io.armature.engine.file.FileSweep;
import io.armature.engine.file.FileTrail;
import io.armature.engine.file.FileTrials;
import io.armature.engine.file.FilesOfMails;
import io.armature.engine.file.ScriptFiles;
import io.armature.engine.file.StoredFiles;
import io.armature.engine.file.Thumbnails;
import io.armature.engine.mail.MailFiles;
import io.armature.engine.record.RecordReads;
import io.armature.engine.record.Records;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;

/** Builds what keeps files. */
@Factory
final class FileFactory {

    private static final long MEGABYTE = 1024L * 1024;
    private static final String LARGEST = "100";
    private static final String QUOTA = "20480";

    /** Below the data of this machine unless the operator names a folder that all nodes share. */
    @Singleton
    BlobStore blobStore(ServerOptions options) {
        return new DiskBlobs(options.variable("ARMATURE_FILES")
                .map(Path::of)
                .orElseGet(() -> options.data().resolve("files")));
    }

    @Singleton
    FileLimits fileLimits(ServerOptions options) {
        return new FileLimits(
                megabytes(options, "ARMATURE_FILE_LIMIT", LARGEST), megabytes(options, "ARMATURE_FILE_QUOTA", QUOTA));
    }

    @Singleton
    FileRights fileRights(Database database, RecordReads reads, Records records) {
        return new FileRights(database, reads, new FileTrials(records));
    }

    @Singleton
    StoredFiles storedFiles(
            Database database,
            BlobStore blobs,
            FileRights rights,
            Audit audit,
            DueBook book,
            FileLimits limits,
            Clock clock) {
        return new StoredFiles(database, blobs, rights, new FileTrail(audit), book, limits, clock);
    }

    @Singleton
    MailFiles mailFiles(Database database, BlobStore blobs) {
        return new FilesOfMails(database, blobs);
    }

    @Singleton
    ScriptFiles scriptFiles(StoredFiles files) {
        return new ScriptFiles(files);
    }

    @Singleton
    Thumbnails thumbnails(StoredFiles files) {
        return new Thumbnails(files);
    }

    @Singleton
    FileSweep fileSweep(Database database, BlobStore blobs) {
        return new FileSweep(database, blobs);
    }

    @Singleton
    FileSubscriber fileSubscriber(Database database, CurrentModels models, DueBook book, Clock clock) {
        return new FileSubscriber(database, models, book, clock);
    }

    private static long megabytes(ServerOptions options, String variable, String usual) {
        return Long.parseLong(options.variable(variable).orElse(usual)) * MEGABYTE;
    }
}
