package io.armature.engine.site;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.file.BlobStore;
import io.armature.engine.file.Draft;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contents of a tenant's files: they move with it, and end with it. */
public final class SiteContents {

    private static final Logger LOG = LoggerFactory.getLogger(SiteContents.class);
    private static final String FILES = "files/";

    private final BlobStore blobs;

    public SiteContents(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** Writes all of them, by digest. */
    void write(ZipOutputStream zip, SqlRunner sql, Tenant tenant) throws IOException {
        for (Map.Entry<String, Long> content : kept(sql, tenant).entrySet()) {
            zip.putNextEntry(new ZipEntry(FILES + content.getKey()));
            try (InputStream bytes = blobs.open(tenant, content.getKey(), 0, content.getValue())) {
                bytes.transferTo(zip);
            } catch (FileNotFoundException lost) {
                throw new IllegalStateException("The content " + content.getKey() + " of a file is lost", lost);
            }
            zip.closeEntry();
        }
    }

    /**
     * Takes in what is left of an archive.
     *
     * @throws ProblemException when a content is missing, or is not what its digest says
     */
    void read(ZipInputStream zip, SqlRunner sql, Tenant tenant) {
        Set<String> missing = new HashSet<>(kept(sql, tenant).keySet());
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                try (Draft draft = blobs.draft(tenant, zip, Long.MAX_VALUE)) {
                    if (!entry.getName().equals(FILES + draft.digest())) {
                        throw damaged("a file is not what its name says: " + entry.getName());
                    }
                    blobs.keep(tenant, draft);
                    missing.remove(draft.digest());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!missing.isEmpty()) {
            throw damaged(missing.size() + " files are missing");
        }
    }

    /** The tenant is gone for good. */
    void forget(Tenant tenant) {
        try {
            blobs.forget(tenant);
        } catch (IOException undeletable) {
            LOG.warn("Files of tenant {} could not be deleted: {}", tenant.name(), undeletable.getMessage());
        }
    }

    private static Map<String, Long> kept(SqlRunner sql, Tenant tenant) {
        Map<String, Long> kept = new LinkedHashMap<>();
        sql.each(
                Sql.of("select sha256, size from " + Identifiers.quote(tenant.schema(), "sys$content")
                        + " order by sha256"),
                row -> kept.put(row.getString(1), row.getLong(2)));
        return kept;
    }

    private static ProblemException damaged(String why) {
        return new ProblemException(Problem.inValue(ProblemCode.ARCHIVE_DAMAGED, "", why));
    }
}
