package io.armature.engine.file;

import io.armature.engine.db.Database;
import io.armature.engine.mail.MailFiles;
import io.armature.engine.tenant.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files for mails: as they are when the mail is sent. */
public final class FilesOfMails implements MailFiles {

    private final Database database;
    private final BlobStore blobs;

    public FilesOfMails(Database database, BlobStore blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    @Override
    public List<MailFile> of(Tenant tenant, List<UUID> files) {
        List<MailFile> found = new ArrayList<>();
        for (UUID id : files) {
            Optional<StoredFile> file = database.direct(sql -> FileStore.one(sql, tenant, id));
            file.map(known -> read(tenant, known)).ifPresent(found::add);
        }
        return found;
    }

    private MailFile read(Tenant tenant, StoredFile file) {
        try (InputStream content = blobs.open(tenant, file.digest(), 0, file.size())) {
            return new MailFile(file.name(), file.mediaType(), content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
