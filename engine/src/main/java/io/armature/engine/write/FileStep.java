package io.armature.engine.write;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that fields name belong to their record from then on, and those that they name no more to none. Nobody takes a file
 * that another uploaded, or that belongs to another record. Costs nothing where an entity has no such fields.
 */
final class FileStep implements WriteStep {

    static final String ENTITY = "sys.file";
    private static final String TABLE = "sys$file";

    /** A file as it is. */
    private record Known(String name, String mediaType, long size, UUID owner, Optional<UUID> record) {}

    /** A file that a field names. */
    private record Named(RecordState record, Field field, UUID id) {
        String path() {
            return Paths.field(record.path(), field.name());
        }
    }

    @Override
    public void apply(WriteSet set) {
        List<Named> taken = new ArrayList<>();
        List<UUID> released = new ArrayList<>();
        for (RecordState record : set.written()) {
            for (Field field : set.plan(record).files()) {
                compare(record, field, taken, released);
            }
        }
        if (!taken.isEmpty()) {
            take(set, taken);
        }
        if (!released.isEmpty()) {
            set.flush()
                    .before(Sql.of(
                            "update " + table(set) + " set record_entity = null, record = null, field = null,"
                                    + " loose_since = ? where id = any(?)",
                            SqlValue.instant(set.now()),
                            SqlValue.uuids(released)));
        }
    }

    private static void compare(RecordState record, Field field, List<Named> taken, List<UUID> released) {
        boolean many = field.relation().orElse(null) instanceof Relation.Links;
        if (many ? !record.linksAfter().containsKey(field.name()) : !record.changes(field.name())) {
            return;
        }
        List<UUID> before =
                many ? record.linksBefore().getOrDefault(field.name(), List.of()) : one(record.before(field.name()));
        List<UUID> after =
                many ? record.linksAfter().getOrDefault(field.name(), List.of()) : one(record.after(field.name()));
        after.stream().filter(id -> !before.contains(id)).forEach(id -> taken.add(new Named(record, field, id)));
        before.stream().filter(id -> !after.contains(id)).forEach(released::add);
    }

    private static List<UUID> one(@Nullable Object value) {
        return value instanceof UUID id ? List.of(id) : List.of();
    }

    private static void take(WriteSet set, List<Named> taken) {
        Map<UUID, Known> files = new HashMap<>();
        set.transaction()
                .each(
                        Sql.of(
                                "select id, name, media_type, size, owner, record from " + table(set)
                                        + " where id = any(?) order by id for update",
                                SqlValue.uuids(
                                        taken.stream().map(Named::id).distinct().toList())),
                        row -> files.put(
                                row.getObject(1, UUID.class),
                                new Known(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getLong(4),
                                        row.getObject(5, UUID.class),
                                        Optional.ofNullable(row.getObject(6, UUID.class)))));
        for (Named named : taken) {
            Optional<Known> file =
                    Optional.ofNullable(files.get(named.id())).filter(known -> isFree(set, named, known));
            if (file.isEmpty()) {
                set.problems()
                        .add(Problem.inValue(ProblemCode.LINK_NOT_FOUND, named.path(), ENTITY, "id = " + named.id()));
            } else {
                check(set, named, file.get());
                attach(set, named);
            }
        }
    }

    private static boolean isFree(WriteSet set, Named named, Known file) {
        boolean own =
                set.rights().all() || file.owner().equals(set.context().user().id());
        return file.record().map(named.record().id()::equals).orElse(own);
    }

    private static void check(WriteSet set, Named named, Known file) {
        boolean picture = named.field().type().name().equals("image");
        List<String> accepted = new ArrayList<>(named.field().definition().texts("accept"));
        if (picture && accepted.isEmpty()) {
            accepted.add("image/*");
        }
        if (!AcceptedFiles.fits(accepted, file.mediaType(), file.name())) {
            set.problems()
                    .add(Problem.inValue(
                            ProblemCode.FILE_TYPE,
                            named.path(),
                            file.name(),
                            file.mediaType(),
                            String.join(", ", accepted)));
        }
        named.field()
                .definition()
                .integer("maxSize")
                .filter(most -> file.size() > most)
                .ifPresent(most -> set.problems()
                        .add(Problem.inValue(ProblemCode.UPLOAD_TOO_LARGE, named.path(), String.valueOf(most))));
    }

    private static void attach(WriteSet set, Named named) {
        set.flush()
                .before(Sql.of(
                        "update " + table(set) + " set record_entity = ?, record = ?, field = ?, loose_since = null"
                                + " where id = ?",
                        SqlValue.text(named.record().entity().fullName()),
                        SqlValue.uuid(named.record().id()),
                        SqlValue.text(named.field().name()),
                        SqlValue.uuid(named.id())));
    }

    private static String table(WriteSet set) {
        return Identifiers.quote(set.schema(), TABLE);
    }
}
