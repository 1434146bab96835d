package io.armature.engine.schema;

import io.armature.engine.schema.ColumnMatch.Added;
import io.armature.engine.schema.ColumnMatch.Converted;
import io.armature.engine.schema.ColumnMatch.Copy;
import io.armature.engine.schema.ColumnMatch.Replaced;
import io.armature.engine.schema.ColumnMatch.Restored;
import io.armature.engine.schema.ColumnMatch.Same;
import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.engine.schema.catalogue.Column;
import io.armature.engine.schema.catalogue.Table;
import io.armature.engine.schema.data.Conversion;
import io.armature.engine.schema.data.Conversions;
import io.armature.engine.schema.data.RowQuestions;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** Finds for each wanted column of a table the one that becomes it. */
final class ColumnMatcher {

    private final RowQuestions questions;
    private final Conversions conversions = new Conversions();
    /** The name that each table will have. */
    private final UnaryOperator<String> tableNames;

    ColumnMatcher(RowQuestions questions, UnaryOperator<String> tableNames) {
        this.questions = questions;
        this.tableNames = tableNames;
    }

    SequencedMap<String, ColumnMatch> match(TableMatch match) {
        Table table = match.table();
        Map<String, Column> sources = sources(match.wanted().columns(), table);
        SequencedMap<String, ColumnMatch> matches = new LinkedHashMap<>();
        for (WantedColumn wanted : match.wanted().columns().values()) {
            Optional<Column> source = Optional.ofNullable(sources.get(wanted.name()));
            matches.put(
                    wanted.name(),
                    source.map(column -> match(wanted, column, table)).orElseGet(() -> unseen(wanted, table)));
        }
        return matches;
    }

    private ColumnMatch match(WantedColumn wanted, Column column, Table table) {
        boolean sameTarget = sameTarget(wanted, table.target(column.name()));
        if (sameTarget && wanted.type().equals(column.type())) {
            return new Same(wanted, column);
        }
        Optional<Column> retired = retired(wanted, table, true);
        if (retired.isPresent()) {
            return new Restored(
                    wanted,
                    retired.get(),
                    Optional.of(new Replaced(
                            column,
                            conversions.find(wanted.type(), column.type()),
                            conversions.find(column.type(), wanted.type()))));
        }
        Optional<Conversion> conversion = conversion(wanted, column, table.target(column.name()));
        return conversion.isPresent() && sameTarget && !wanted.isLink() && losesNothing(conversion.get(), column, table)
                ? new Converted(wanted, column, conversion.get())
                : new Added(wanted, Optional.of(column), conversion.map(found -> new Copy(column, found)));
    }

    private ColumnMatch unseen(WantedColumn wanted, Table table) {
        Optional<Column> same = retired(wanted, table, true);
        if (same.isPresent()) {
            return new Restored(wanted, same.get(), Optional.empty());
        }
        Optional<Copy> copied = retired(wanted, table, false)
                .flatMap(column -> conversion(wanted, column, column.mark().target())
                        .map(conversion -> new Copy(column, conversion)));
        return new Added(wanted, Optional.empty(), copied);
    }

    /** Links become links to elsewhere where the other side knows the id; other values by their types. */
    private Optional<Conversion> conversion(WantedColumn wanted, Column column, String target) {
        if (wanted.isLink() || !target.isEmpty()) {
            return wanted.isLink() && !target.isEmpty()
                    ? Optional.of(new Conversion(UnaryOperator.identity(), value -> "true", true))
                    : Optional.empty();
        }
        return conversions.find(column.type(), wanted.type());
    }

    /** The id of a record stays what it is, whether it leads to an ancestor's row or not. */
    private boolean sameTarget(WantedColumn wanted, String target) {
        return target.isEmpty()
                || wanted.name().equals(SystemFields.ID)
                || tableNames.apply(target).equals(wanted.target());
    }

    private boolean losesNothing(Conversion conversion, Column column, Table table) {
        if (conversion.always() || questions.rows(table) == 0) {
            return true;
        }
        String value = Identifiers.quote(column.name());
        String lost = value + " is not null and (" + conversion.exact().apply(value) + ") is not true";
        return questions.matching(questions.quote(table.name()), lost).rows() == 0;
    }

    private Optional<Column> retired(WantedColumn wanted, Table table, boolean sameKind) {
        List<String> names = new ArrayList<>(wanted.formerNames());
        names.add(wanted.name());
        return table.columns().values().stream()
                .filter(column -> column.mark().isRetired()
                        && names.contains(column.mark().retired()))
                .filter(column -> !sameKind
                        || column.type().equals(wanted.type())
                                && tableNames.apply(column.mark().target()).equals(wanted.target()))
                .max(Comparator.comparingInt(
                                (Column column) -> names.indexOf(column.mark().retired()))
                        .thenComparingInt(column -> RetiredNames.number(column.name())));
    }

    /** Which live column is which wanted one: by its own name unless that is claimed, or by a former name. */
    private static Map<String, Column> sources(SequencedMap<String, WantedColumn> wanted, Table table) {
        SequencedMap<String, Column> live = new LinkedHashMap<>();
        table.columns().values().stream()
                .filter(column -> !column.mark().isRetired())
                .forEach(column -> live.put(column.name(), column));
        Map<String, Column> sources = new LinkedHashMap<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (WantedColumn column : wanted.values()) {
                if (!sources.containsKey(column.name()) && !live.containsKey(column.name())) {
                    Optional<Column> former = former(column, live, wanted);
                    former.ifPresent(found -> {
                        sources.put(column.name(), found);
                        live.remove(found.name());
                    });
                    changed |= former.isPresent();
                }
            }
        }
        wanted.keySet().stream()
                .filter(name -> !sources.containsKey(name) && live.containsKey(name))
                .forEach(name -> sources.put(name, live.get(name)));
        return sources;
    }

    private static Optional<Column> former(
            WantedColumn wanted, SequencedMap<String, Column> live, SequencedMap<String, WantedColumn> all) {
        for (String name : wanted.formerNames().reversed()) {
            Column column = live.get(name);
            if (column != null) {
                return Optional.of(column);
            }
        }
        return live.values().stream()
                .filter(column -> column.mark().formerly().contains(wanted.name()) && !all.containsKey(column.name()))
                .findFirst();
    }
}
