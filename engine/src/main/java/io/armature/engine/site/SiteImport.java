package io.armature.engine.site;

import com.fasterxml.jackson.core.type.TypeReference;
import io.armature.engine.current.InstalledPack;
import io.armature.engine.current.ModelLoader;
import io.armature.engine.current.ModelWatcher;
import io.armature.engine.current.PackRegistry;
import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.Transaction;
import io.armature.engine.due.DueBook;
import io.armature.engine.due.DueWork;
import io.armature.engine.pack.ArchiveShelf;
import io.armature.engine.schema.SchemaApplier;
import io.armature.engine.schema.SchemaPlan;
import io.armature.engine.schema.SchemaPlanner;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.engine.vault.KeyTransport;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.postgresql.PGConnection;

/**
 * Makes a tenant of an archive that {@link SiteExport} wrote, here or elsewhere, under its own or another name. Whatever
 * fails, no tenant is left behind.
 */
public final class SiteImport {

    /** Would let in at two tenants whoever has one, so they come along under the same name only. */
    private static final Set<String> CREDENTIALS = Set.of("sys$token");

    private static final String ENGINE_TABLE = "sys$";
    private static final String DATA = "22";
    private static final String CONSTRAINTS = "23";

    /** Beyond what packs are taken in with, and what a manifest of many tables has. */
    private static final int LARGEST_PART = 64 * 1024 * 1024;

    private final Database database;
    private final Tenants tenants;
    private final ArchiveShelf shelf;
    private final ModelLoader models;
    private final SchemaPlanner planner;
    private final SchemaApplier applier;
    private final Cargo cargo;

    /**
     * What travels beside the rows.
     *
     * @param works what a tenant may have to do here from now on: timers, digests, what was put off
     */
    public record Cargo(KeyTransport keys, SiteContents contents, List<DueWork> works) {
        public Cargo {
            works = List.copyOf(works);
        }
    }

    public SiteImport(
            Database database,
            Tenants tenants,
            ArchiveShelf shelf,
            ModelLoader models,
            SchemaPlanner planner,
            SchemaApplier applier,
            Cargo cargo) {
        this.database = database;
        this.tenants = tenants;
        this.shelf = shelf;
        this.models = models;
        this.planner = planner;
        this.applier = applier;
        this.cargo = cargo;
    }

    /**
     * Makes the tenant.
     *
     * @param name its own when empty
     * @param passphrase with which the archive was made, if any was
     * @throws ProblemException when the archive is damaged, its keys cannot be unwrapped, or the name is taken
     */
    public Tenant run(InputStream archive, Optional<String> name, Optional<String> passphrase) {
        try {
            Path arrived = Files.createTempFile("armature", ".zip");
            try {
                Files.copy(archive, arrived, StandardCopyOption.REPLACE_EXISTING);
                return whole(arrived, name, passphrase);
            } finally {
                Files.delete(arrived);
            }
        } catch (IOException | UncheckedIOException damaged) {
            throw refused(String.valueOf(damaged.getMessage()));
        } catch (DatabaseException refusal) {
            throw refusal.isClass(DATA) || refusal.isClass(CONSTRAINTS) ? refused("its rows do not fit") : refusal;
        }
    }

    private Tenant whole(Path archive, Optional<String> name, Optional<String> passphrase) throws IOException {
        if (!ArchiveSeal.holds(archive)) {
            throw refused("it is not as it was written");
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            SiteManifest manifest = manifest(zip);
            Tenant tenant = tenants.suspend(tenants.reserve(name.orElse(manifest.tenant()), Set.of(), Set.of()));
            try {
                tenants.completed(tenant);
                fill(zip, manifest, tenant, passphrase);
                return tenants.resume(tenant);
            } catch (IOException | RuntimeException failed) {
                tenants.abandon(tenant);
                throw failed;
            }
        }
    }

    private void fill(ZipInputStream zip, SiteManifest manifest, Tenant tenant, Optional<String> passphrase)
            throws IOException {
        for (int i = 0; i < manifest.packs().size(); i++) {
            expect(zip, SiteManifest.PACKS);
            shelf.put(tenant, part(zip));
        }
        Model model = models.load(manifest.packs());
        SchemaPlan plan = database.transaction(sql -> planner.plan(sql, tenant.schema(), model));
        applier.apply(plan);
        database.transaction(sql -> {
            try {
                copy(zip, manifest, sql, tenant);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            cargo.contents().read(zip, sql, tenant);
            cargo.keys().give(sql, tenant, manifest.keys(), passphrase);
            cargo.works().forEach(work -> sql.update(DueBook.note(tenant, work.kind(), Instant.EPOCH)));
            PackRegistry.advance(sql, tenant, model.digest());
            ModelWatcher.announce(sql, tenant);
            return tenant;
        });
    }

    private static void copy(ZipInputStream zip, SiteManifest manifest, Transaction sql, Tenant tenant)
            throws IOException, SQLException {
        SiteTables tables = new SiteTables(sql, tenant.schema());
        Map<String, List<String>> here = tables.copied();
        Set<String> wanted = new HashSet<>(manifest.tables().keySet());
        if (!manifest.tenant().equals(tenant.name())) {
            wanted.removeAll(CREDENTIALS);
        }
        requireKnown(manifest, here);
        sql.execute("set local armature.trail = 'retention'");
        List<SiteTables.Link> links = tables.links();
        tables.unlink(links);
        tables.empty(here.keySet());
        Map<String, Long> rows = new HashMap<>();
        for (int i = 0; i < manifest.tables().size(); i++) {
            String table = expect(zip, SiteManifest.TABLES).substring(SiteManifest.TABLES.length());
            if (wanted.contains(table) && here.containsKey(table)) {
                rows.put(table, copy(zip, sql, tenant, table, manifest.tables().getOrDefault(table, List.of())));
            }
        }
        expect(zip, SiteManifest.END);
        requireWhole(part(zip), rows);
        // Its transactions were those of another server, and so were the numbers of its events.
        sql.execute("update " + Identifiers.quote(tenant.schema(), "sys$audit_seal") + " set upto = 0");
        sql.execute("update " + Identifiers.quote(tenant.schema(), "sys$webhook") + " set since = 0");
        tables.relink(links);
        tables.advanceCounters();
    }

    private static long copy(ZipInputStream zip, SqlRunner sql, Tenant tenant, String table, List<String> columns)
            throws IOException, SQLException {
        String copy = "copy " + Identifiers.quote(tenant.schema(), table) + " ("
                + columns.stream().map(Identifiers::quote).collect(Collectors.joining(", ")) + ") from stdin";
        return sql.connection().unwrap(PGConnection.class).getCopyAPI().copyIn(copy, zip);
    }

    /** What the engine keeps may not get lost; what a pack no longer has, may. */
    private static void requireKnown(SiteManifest manifest, Map<String, List<String>> here) {
        manifest.tables().forEach((table, columns) -> {
            boolean known = here.getOrDefault(table, List.of()).containsAll(columns);
            if (!known && (table.startsWith(ENGINE_TABLE) || here.containsKey(table))) {
                throw refused("it was made by a newer version of the engine: " + table);
            }
        });
    }

    private static void requireWhole(byte[] end, Map<String, Long> rows) throws IOException {
        Map<String, Long> counted = SiteExport.JSON.readValue(end, new TypeReference<Map<String, Long>>() {});
        rows.forEach((table, count) -> {
            if (!count.equals(counted.get(table))) {
                throw refused("rows of " + table + " are missing");
            }
        });
    }

    private static SiteManifest manifest(ZipInputStream zip) throws IOException {
        expect(zip, SiteManifest.ENTRY);
        SiteManifest manifest = SiteExport.JSON.readValue(part(zip), SiteManifest.class);
        if (manifest.format() != SiteManifest.FORMAT) {
            throw refused("its form is unknown");
        }
        for (InstalledPack pack : manifest.packs()) {
            if (!pack.digest().matches("[0-9a-f]{1,128}")) {
                throw refused("a pack has no digest");
            }
        }
        return manifest;
    }

    /** What is read whole; anybody can write an archive whose parts become larger than memory. */
    private static byte[] part(ZipInputStream zip) throws IOException {
        byte[] bytes = zip.readNBytes(LARGEST_PART + 1);
        if (bytes.length > LARGEST_PART) {
            throw refused("a part of it is larger than " + LARGEST_PART + " bytes");
        }
        return bytes;
    }

    private static String expect(ZipInputStream zip, String prefix) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().startsWith(prefix)) {
            throw refused("it ends too early");
        }
        return entry.getName();
    }

    private static ProblemException refused(String why) {
        return new ProblemException(Problem.inValue(ProblemCode.ARCHIVE_DAMAGED, "", why));
    }
}
