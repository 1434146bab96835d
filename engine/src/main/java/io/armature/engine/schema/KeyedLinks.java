package io.armature.engine.schema;

import io.armature.engine.schema.TableMatch.How;
import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.engine.schema.blueprint.WantedIndex;
import io.armature.engine.schema.catalogue.Column;
import io.armature.engine.schema.catalogue.IndexShape;
import io.armature.engine.schema.data.Conversion;
import io.armature.engine.schema.data.RowQuestions;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ColumnType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a text becomes a link and a link a text: by what a record is known by, which is its key or its {@code external_id}. Only
 * between tables that keep their names, since the rows are asked before the change and written during it.
 */
final class KeyedLinks {

    private final RowQuestions questions;
    private final Map<String, TableMatch> tables;

    /** @param tables all that shall be, by the names they will have */
    KeyedLinks(RowQuestions questions, Map<String, TableMatch> tables) {
        this.questions = questions;
        this.tables = tables;
    }

    /** @param target where the column's values lead now; empty where they are no links */
    Optional<Conversion> find(WantedColumn wanted, Column column, String target) {
        String text = ColumnType.TEXT.sql();
        if (wanted.isLink() && target.isEmpty() && column.type().equals(text)) {
            return keys(wanted.target()).map(keys -> Conversion.always(value -> record(wanted.target(), keys, value)));
        }
        if (!wanted.isLink() && !target.isEmpty() && wanted.type().equals(text)) {
            return keys(target).map(keys -> Conversion.always(value -> key(target, keys, value)));
        }
        return Optional.empty();
    }

    /** The columns of texts that name a record, the best first. */
    private Optional<List<String>> keys(String table) {
        TableMatch match = tables.get(table);
        if (match == null
                || match.how() != How.KEPT
                || match.source().filter(now -> now.name().equals(table)).isEmpty()) {
            return Optional.empty();
        }
        Set<String> keys = new LinkedHashSet<>();
        for (WantedIndex index : match.wanted().indexes()) {
            IndexShape shape = index.shape();
            if (shape.unique() && shape.keys().size() == 1 && shape.columns().size() == 1) {
                keys.add(shape.columns().getFirst());
            }
        }
        boolean known = keys.remove(SystemFields.EXTERNAL_ID);
        if (known) {
            keys.add(SystemFields.EXTERNAL_ID);
        }
        List<String> usable = keys.stream().filter(key -> isText(match, key)).toList();
        return usable.isEmpty() ? Optional.empty() : Optional.of(usable);
    }

    private static boolean isText(TableMatch match, String key) {
        Column now = match.table().columns().get(key);
        WantedColumn later = match.wanted().columns().get(key);
        String text = ColumnType.TEXT.sql();
        return now != null
                && later != null
                && now.type().equals(text)
                && later.type().equals(text);
    }

    private String record(String table, List<String> keys, String value) {
        return keys.stream()
                .map(key -> "(select named.\"id\" from " + questions.quote(table) + " named where named."
                        + Identifiers.quote(key) + " = " + value + " order by named.\"id\" limit 1)")
                .collect(Collectors.joining(", ", "coalesce(", ")"));
    }

    private String key(String table, List<String> keys, String value) {
        return keys.stream()
                .map(key -> "named." + Identifiers.quote(key))
                .collect(Collectors.joining(
                        ", ",
                        "(select coalesce(",
                        ") from " + questions.quote(table) + " named where named.\"id\" = " + value + ")"));
    }
}
