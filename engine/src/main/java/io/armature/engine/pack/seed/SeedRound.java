package io.armature.engine.pack.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Transaction;
import io.armature.engine.record.Records;
import io.armature.engine.write.Change;
import io.armature.engine.write.ChangeReader;
import io.armature.engine.write.KeyLookup;
import io.armature.engine.write.WriteOptions;
import io.armature.engine.write.Written;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes some rows of one entity: finds those that are there, writes all, then their texts in other languages. */
final class SeedRound {

    private final Records records;
    private final RequestContext context;
    private final Transaction transaction;
    private final Entity entity;

    SeedRound(Records records, RequestContext context, Transaction transaction, Entity entity) {
        this.records = records;
        this.context = context;
        this.transaction = transaction;
        this.entity = entity;
    }

    /** How many records were made or changed. */
    int write(List<SeedRow> rows, SeedLoader.Existing existing) {
        Map<Map<String, Object>, UUID> known = known(rows);
        List<SeedRow> wanted = existing == SeedLoader.Existing.UPDATE
                ? rows
                : rows.stream().filter(row -> !known.containsKey(row.key())).toList();
        if (wanted.isEmpty()) {
            return 0;
        }
        resolveAnyLinks(wanted);
        List<Written> written = write(
                context(Locale.ENGLISH), wanted, row -> row.values(), row -> Optional.ofNullable(known.get(row.key())));
        translate(wanted, written);
        return (int) written.stream().filter(Written::changed).count();
    }

    private Map<Map<String, Object>, UUID> known(List<SeedRow> rows) {
        return KeyLookup.find(
                transaction, context, entity, rows.stream().map(SeedRow::key).toList());
    }

    /** Says what a row says in one language, and which record it is about. */
    @FunctionalInterface
    private interface Part<T> {
        T of(SeedRow row);
    }

    private List<Written> write(
            RequestContext speaking, List<SeedRow> rows, Part<ObjectNode> values, Part<Optional<UUID>> ids) {
        ChangeReader reader = new ChangeReader(context.model(), true);
        List<Change> changes = new ArrayList<>();
        for (SeedRow row : rows) {
            changes.add(ids.of(row)
                    .<Change>map(id -> reader.update(entity, id, values.of(row), row.place(), false))
                    .orElseGet(() -> reader.create(entity, values.of(row), row.place())));
        }
        reader.finish();
        return records.changeAll(speaking, transaction, changes, WriteOptions.PRIVILEGED);
    }

    private void translate(List<SeedRow> rows, List<Written> written) {
        Map<String, UUID> byPlace = new LinkedHashMap<>();
        written.forEach(record -> byPlace.put(record.path(), record.id()));
        Set<String> languages = new LinkedHashSet<>();
        rows.forEach(row -> languages.addAll(row.translations().keySet()));
        for (String language : languages) {
            List<SeedRow> speaking = rows.stream()
                    .filter(row -> row.translations().containsKey(language))
                    .toList();
            write(
                    context(Locale.forLanguageTag(language)),
                    speaking,
                    row -> translation(row, language),
                    row -> Optional.ofNullable(byPlace.get(row.place())));
        }
    }

    private static ObjectNode translation(SeedRow row, String language) {
        return Optional.ofNullable(row.translations().get(language)).orElseThrow();
    }

    private RequestContext context(Locale locale) {
        return new RequestContext(context.tenant(), context.model(), context.user(), locale, context.origin());
    }

    /** {@code {entity, external_id}} becomes {@code {entity, id}}. */
    private void resolveAnyLinks(List<SeedRow> rows) {
        for (Field field : entity.fields().values()) {
            if (field.type().name().equals("linkAny")) {
                rows.forEach(row -> resolve(row, field.name()));
            }
        }
    }

    private void resolve(SeedRow row, String field) {
        if (row.values().path(field) instanceof ObjectNode link && link.has(SystemFields.EXTERNAL_ID)) {
            JsonNode key = link.remove(SystemFields.EXTERNAL_ID);
            Optional<UUID> id = context.model()
                    .entity(link.path("entity").asText())
                    .flatMap(target -> KeyLookup.find(
                            transaction, context, target, Map.of(SystemFields.EXTERNAL_ID, key.asText())));
            link.put(
                    SystemFields.ID, id.orElseThrow(() -> lost(row, field, key)).toString());
        }
    }

    private static ProblemException lost(SeedRow row, String field, JsonNode key) {
        return new ProblemException(
                Problem.inValue(ProblemCode.LINK_NOT_FOUND, row.place() + "." + field, key.asText()));
    }
}
