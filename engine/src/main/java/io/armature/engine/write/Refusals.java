package io.armature.engine.write;

import io.armature.engine.db.DatabaseException;
import io.armature.engine.query.sql.ListLimit;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in the words of the model why PostgreSQL refused a write. */
final class Refusals {

    /** What PostgreSQL's detail names in every language: {@code (a, b)=(1, 2)}. */
    private static final Pattern KEY = Pattern.compile("\\(([^)]*)\\)=\\((.*)\\)", Pattern.DOTALL);

    /** In the place of a value that the caller may not know. */
    private static final String UNTOLD = "…";

    private Refusals() {}

    /**
     * The exception to throw: a refusal with a path where the values tell one, else what came. Its cause tells why the
     * database refused.
     */
    static RuntimeException explain(DatabaseException refused, WriteSet set) {
        RuntimeException explained = explanation(refused, set);
        if (explained != refused) {
            explained.initCause(refused);
        }
        return explained;
    }

    private static RuntimeException explanation(DatabaseException refused, WriteSet set) {
        return switch (refused.state()) {
            case "23505" -> problem(unique(refused, set));
            case "23503" -> problem(foreignKey(refused, set));
            case "23502" -> problem(notNull(refused, set));
            case "23514" ->
                problem(Problem.inValue(
                        ProblemCode.CONSTRAINT_VIOLATED,
                        "",
                        refused.constraint().orElse("check"),
                        ""));
            case "57014" -> problem(Problem.inValue(ProblemCode.UNAVAILABLE, "", "statement timeout"));
            case "55P03" -> problem(Problem.inValue(ProblemCode.UNAVAILABLE, "", "lock timeout"));
            case "54000" -> problem(Problem.inValue(ProblemCode.TOO_LONG, "", "2000"));
            default ->
                refused.isClass("22")
                        ? problem(ListLimit.problem(String.valueOf(refused.getMessage()))
                                .orElseGet(() -> Problem.inValue(
                                        ProblemCode.INVALID_VALUE, "", "a value that can be kept", refused.state())))
                        : refused;
        };
    }

    private static ProblemException problem(Problem problem) {
        return new ProblemException(problem);
    }

    private static Problem unique(DatabaseException refused, WriteSet set) {
        Key key = key(refused);
        for (RecordState record : set.all()) {
            Optional<Field> field = field(record, key.columns().getFirst());
            if (field.isPresent() && matches(record, key)) {
                return Problem.inValue(
                        ProblemCode.NOT_UNIQUE,
                        Paths.field(record.path(), field.get().name()),
                        record.entity().title(),
                        told(set, record, key));
            }
        }
        return Problem.inValue(
                ProblemCode.NOT_UNIQUE,
                "",
                refused.constraint().orElse(""),
                set.rights().all() ? key.toString() : UNTOLD);
    }

    /** What clashes, in values that the caller has given or may see: never what another record has. */
    private static String told(WriteSet set, RecordState record, Key key) {
        if (set.rights().all()) {
            return key.toString();
        }
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (String column : key.columns()) {
            String name = field(record, column).map(Field::name).orElse(column);
            // No statement can be sent any more: what shows on some records alone counts as unknown.
            boolean known = set.written().contains(record)
                    && (record.given().contains(name)
                            || set.rights()
                                    .policy()
                                    .field(record.entity(), name)
                                    .isOpen());
            names.append(names.isEmpty() ? "" : ", ").append(name);
            values.append(values.isEmpty() ? "" : ", ").append(known ? record.after(name) : UNTOLD);
        }
        return names + " = " + values;
    }

    private static Problem foreignKey(DatabaseException refused, WriteSet set) {
        Key key = key(refused);
        Optional<RecordState> deleted = Uuids.parse(key.values())
                .flatMap(set::find)
                .filter(record ->
                        record.action() == Action.DELETE && key.columns().equals(List.of("id")));
        if (deleted.isPresent()) {
            return inUse(set, deleted.get(), entityOf(refused.table().orElse(""), set));
        }
        for (RecordState record : set.all()) {
            for (String column : key.columns()) {
                Optional<Field> field = field(record, column);
                if (field.isPresent()
                        && key.values()
                                .equals(String.valueOf(record.after(field.get().name())))) {
                    return missing(record, field.get(), key);
                }
            }
        }
        return linked(set, key);
    }

    /** That others link to a record; by kinds that the caller does not know, that some do. */
    static Problem inUse(WriteSet set, RecordState record, String entity) {
        boolean known = set.rights().all()
                || set.model().entity(entity).isPresent()
                        && !set.rights().policy().rows(entity).isNone();
        return known
                ? Problem.inValue(ProblemCode.RECORD_IN_USE, record.path(), entity)
                : Problem.inValue(ProblemCode.RECORD_IN_USE_UNSEEN, record.path());
    }

    private static Problem missing(RecordState record, Field field, Key key) {
        return Problem.inValue(
                ProblemCode.LINK_NOT_FOUND,
                Paths.field(record.path(), field.name()),
                field.relation().map(Relation::target).orElse(record.entity().fullName()),
                "id = " + key.values());
    }

    /** A many-to-many link that leads nowhere. */
    private static Problem linked(WriteSet set, Key key) {
        Optional<UUID> id = Uuids.parse(key.values());
        for (RecordState record : set.all()) {
            for (var links : record.linksAfter().entrySet()) {
                int place = id.map(links.getValue()::indexOf).orElse(-1);
                if (place >= 0) {
                    Field field = record.entity().field(links.getKey()).orElseThrow();
                    return Problem.inValue(
                            ProblemCode.LINK_NOT_FOUND,
                            Paths.item(Paths.field(record.path(), field.name()), place),
                            field.relation().map(Relation::target).orElse(""),
                            "id = " + key.values());
                }
            }
        }
        return Problem.inValue(ProblemCode.LINK_NOT_FOUND, "", "", key.toString());
    }

    private static Problem notNull(DatabaseException refused, WriteSet set) {
        String column = refused.column().orElse("");
        for (RecordState record : set.all()) {
            Optional<Field> field = field(record, column);
            if (field.isPresent() && !record.has(field.get().name())) {
                return Problem.inValue(
                        ProblemCode.REQUIRED,
                        Paths.field(record.path(), field.get().name()),
                        field.get().name());
            }
        }
        return Problem.inValue(ProblemCode.REQUIRED, "", column);
    }

    private static String entityOf(String table, WriteSet set) {
        return set.model().entities().values().stream()
                .filter(entity -> entity.table().equals(table))
                .findFirst()
                .map(entity -> entity.fullName())
                .orElse(table);
    }

    private static Optional<Field> field(RecordState record, String column) {
        return record.entity().fields().values().stream()
                .filter(field ->
                        field.columns().stream().anyMatch(held -> held.name().equals(column)))
                .findFirst();
    }

    private static boolean matches(RecordState record, Key key) {
        StringBuilder values = new StringBuilder();
        for (String column : key.columns()) {
            Object value = field(record, column)
                    .map(field -> record.after(field.name()))
                    .orElse(null);
            values.append(values.isEmpty() ? "" : ", ").append(value);
        }
        return Changes.dirty(record) && values.toString().equals(key.values());
    }

    private record Key(List<String> columns, String values) {
        @Override
        public String toString() {
            return String.join(", ", columns) + " = " + values;
        }
    }

    private static Key key(DatabaseException refused) {
        Matcher matcher = KEY.matcher(refused.detail().orElse(""));
        return matcher.find()
                ? new Key(List.of(matcher.group(1).replace("\"", "").split(", ")), matcher.group(2))
                : new Key(List.of(refused.constraint().orElse("")), "");
    }
}
