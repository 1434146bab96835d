package io.armature.engine.pack;

import io.armature.engine.current.PackLibrary;
import io.armature.engine.current.PackRegistry;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.archive.ArchiveLimits;
import io.armature.metadata.archive.ArchiveReader;
import io.armature.metadata.archive.ArchiveWriter;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.archive.VersionRange;
import io.armature.metadata.definition.PackManifest;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Archives that were handed in, installed or not, and the shipped ones. They are named by digest, by pack, or by pack@version. */
public final class ArchiveShelf {

    private final Database database;
    private final PackLibrary library;
    private final ShippedPacks shipped;
    private final ArchiveReader reader = new ArchiveReader(ArchiveLimits.USUAL);

    public ArchiveShelf(Database database, PackLibrary library, ShippedPacks shipped) {
        this.database = database;
        this.shipped = shipped;
        this.library = library;
    }

    private record Kept(String digest, String pack, String version) {}

    /**
     * Keeps an archive.
     *
     * @throws ProblemException when it is damaged, changed, unsafe or too large, or its manifest cannot be read
     */
    public PackArchive put(Tenant tenant, byte[] bytes) {
        return put(tenant, reader.read(bytes));
    }

    /** Keeps a pack that a tenant brings: for itself, and for all when it is the main one. */
    public PackArchive put(Tenant tenant, PackArchive archive) {
        PackManifest manifest = manifest(archive);
        byte[] bytes = new ArchiveWriter().write(archive.files(), Optional.empty());
        database.transaction(sql -> {
            PackRegistry.keep(sql, tenant, archive.digest(), manifest.name(), manifest.version(), bytes);
            return archive;
        });
        return archive;
    }

    /** Whether a step brings a pack as it ships with the engine. */
    boolean isShipped(PackStep step) {
        return shipped.shipped(step.pack())
                .map(PackArchive::digest)
                .filter(digest -> step.digest().filter(digest::equals).isPresent())
                .isPresent();
    }

    /** Whether the operator stands for what a step brings: it ships, or the main tenant brought it. */
    boolean isOperators(PackStep step) {
        return isShipped(step)
                || step.digest()
                        .filter(digest -> database.direct(sql -> sql.one(
                                Sql.of(
                                        "select exists (select from armature.archive_owner where digest = ? and tenant = ?)",
                                        SqlValue.text(digest),
                                        SqlValue.text(Tenant.MAIN)),
                                row -> row.getBoolean(1))))
                        .isPresent();
    }

    /** The manifest of a pack at hand. */
    public PackManifest manifest(PackArchive archive) {
        List<Problem> problems = library.read(archive).problems();
        boolean readable = archive.files().keySet().stream().anyMatch(path -> path.matches("pack\\.(yaml|yml|json)"));
        if (!readable) {
            throw new ProblemException(
                    problems.isEmpty()
                            ? List.of(Problem.inValue(ProblemCode.PACK_TAMPERED, "", "it has no pack.yaml"))
                            : problems);
        }
        return library.read(archive).manifest();
    }

    /**
     * The archive of that name that the tenant or the main one brought, or that ships; of several versions the newest. What other
     * tenants bring is theirs.
     *
     * @throws ProblemException when there is none
     */
    public PackArchive take(Tenant tenant, String name) {
        int at = name.indexOf('@');
        String pack = at < 0 ? name : name.substring(0, at);
        Optional<String> version = at < 0 ? Optional.empty() : Optional.of(name.substring(at + 1));
        Optional<PackArchive> ours = shipped.shipped(pack)
                .filter(archive ->
                        version.map(manifest(archive).version()::equals).orElse(true));
        Optional<Kept> kept = kept(tenant, pack).stream()
                .filter(found -> version.map(found.version()::equals).orElse(true))
                .max(Comparator.comparing(Kept::version, VersionRange.order()));
        if (ours.isPresent() && kept.map(found -> isNewer(ours.get(), found)).orElse(true)) {
            return ours.get();
        }
        String digest = kept.map(Kept::digest)
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.PACK_NOT_FOUND, "packs", name, "Upload its archive to /api/packs first.")));
        return reader.read(
                database.direct(sql -> PackRegistry.archive(sql, digest)).orElseThrow());
    }

    private boolean isNewer(PackArchive archive, Kept kept) {
        return VersionRange.order().compare(manifest(archive).version(), kept.version()) > 0;
    }

    private List<Kept> kept(Tenant tenant, String pack) {
        return database.direct(sql -> sql.list(
                Sql.of(
                        "select digest, pack, version from armature.archive where (pack = ? or digest = ?)"
                                + " and digest in (select digest from armature.archive_owner where tenant in (?, ?))"
                                + " order by created_at",
                        SqlValue.text(pack),
                        SqlValue.text(pack),
                        SqlValue.text(tenant.name()),
                        SqlValue.text(Tenant.MAIN)),
                row -> new Kept(row.getString(1), row.getString(2), row.getString(3))));
    }
}
