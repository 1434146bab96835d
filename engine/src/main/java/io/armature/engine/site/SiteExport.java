package io.armature.engine.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.current.InstalledPack;
import io.armature.engine.current.PackRegistry;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.transfer.ExportPipe;
import io.armature.engine.vault.KeyTransport;
import io.armature.metadata.expression.Identifiers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * Writes a whole tenant into one archive: packs, data, users, keys, trail, all as of one moment, while it works. Only a few
 * kilobytes are in memory at once. Who is signed in, and what is still to be sent, stays behind.
 */
public final class SiteExport {

    /** Reads and writes what archives say of themselves. */
    static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final KeyTransport keys;
    private final SiteContents contents;
    private final Clock clock;

    public SiteExport(Database database, KeyTransport keys, SiteContents contents, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * The archive's bytes, made while they are read; close it to stop early.
     *
     * @param passphrase wraps the tenant's keys; without one only servers with the same master key can take it in
     */
    public InputStream open(Tenant tenant, Optional<String> passphrase) {
        ExportPipe pipe = new ExportPipe();
        Thread.ofVirtual().name("site-export").start(() -> {
            try {
                write(pipe.sink(), tenant, passphrase);
                pipe.end(null);
            } catch (RuntimeException | Error failure) {
                pipe.end(failure);
            }
        });
        try {
            Throwable failure = pipe.failureBeforeFirst();
            if (failure instanceof RuntimeException refused) {
                throw refused;
            }
            return pipe;
        } catch (IOException interrupted) {
            throw new UncheckedIOException(interrupted);
        }
    }

    private void write(OutputStream out, Tenant tenant, Optional<String> passphrase) {
        database.transaction(sql -> {
            sql.execute("set transaction isolation level repeatable read, read only");
            try (ZipOutputStream zip = new ZipOutputStream(new SealedOutput(out))) {
                write(zip, sql, tenant, passphrase);
                zip.setComment(ArchiveSeal.BLANK);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            return tenant;
        });
    }

    private void write(ZipOutputStream zip, SqlRunner sql, Tenant tenant, Optional<String> passphrase)
            throws IOException, SQLException {
        List<InstalledPack> packs = PackRegistry.packs(sql, tenant);
        Map<String, List<String>> tables = new SiteTables(sql, tenant.schema()).copied();
        String migrated = sql.one(
                Sql.of("select migrated from armature.tenant where name = ?", SqlValue.text(tenant.name())),
                row -> row.getString(1));
        SiteManifest manifest = new SiteManifest(
                SiteManifest.FORMAT,
                tenant.name(),
                clock.instant().toString(),
                migrated,
                packs,
                keys.take(sql, tenant, passphrase),
                tables);
        entry(zip, SiteManifest.ENTRY, JSON.writeValueAsBytes(manifest));
        for (InstalledPack pack : packs) {
            byte[] archive = PackRegistry.archive(sql, pack.digest())
                    .orElseThrow(() -> new IllegalStateException("The archive " + pack.digest() + " is not kept"));
            entry(zip, SiteManifest.PACKS + pack.digest(), archive);
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            zip.putNextEntry(new ZipEntry(SiteManifest.TABLES + table.getKey()));
            String columns = table.getValue().stream().map(Identifiers::quote).collect(Collectors.joining(", "));
            String copy = "copy (select " + columns + " from " + Identifiers.quote(tenant.schema(), table.getKey())
                    + ") to stdout";
            rows.put(
                    table.getKey(),
                    sql.connection().unwrap(PGConnection.class).getCopyAPI().copyOut(copy, zip));
            zip.closeEntry();
        }
        entry(zip, SiteManifest.END, JSON.writeValueAsBytes(rows));
        contents.write(zip, sql, tenant);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
