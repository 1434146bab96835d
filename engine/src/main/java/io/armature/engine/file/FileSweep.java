package io.armature.engine.file;

import io.armature.engine.db.Database;
import io.armature.engine.due.DueWork;
import io.armature.engine.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes away what was uploaded and never used, and contents that no file has any more. */
public final class FileSweep implements DueWork {

    static final String KIND = "files";

    /** How long something may lie about before it is taken away. */
    static final Duration PATIENCE = Duration.ofHours(25);

    private final Database database;
    private final BlobStore blobs;

    public FileSweep(Database database, BlobStore blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Instant> run(Tenant tenant, Instant now) {
        Instant before = now.minus(PATIENCE).plusSeconds(1);
        int loose = database.transaction(sql -> FileStore.forgetLoose(sql, tenant, before));
        while (swept(tenant, before) > 0) {
            Thread.onSpinWait();
        }
        return loose > 0 ? Optional.of(now.plus(PATIENCE)) : Optional.empty();
    }

    /** While the transaction lasts, nobody can keep the same content anew: he waits for its row. */
    private int swept(Tenant tenant, Instant before) {
        return database.transaction(sql -> {
            List<ContentStore.Content> unused = ContentStore.unused(sql, tenant, before);
            for (ContentStore.Content content : unused) {
                delete(tenant, content);
            }
            ContentStore.subtract(
                    sql,
                    tenant,
                    unused.stream().mapToLong(ContentStore.Content::size).sum());
            return unused.size();
        });
    }

    private void delete(Tenant tenant, ContentStore.Content content) {
        try {
            blobs.delete(tenant, content.digest());
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
