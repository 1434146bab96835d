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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds for each wanted column of a table the one that becomes it. */
final class ColumnMatcher {

    private final RowQuestions questions;
    private final Conversions conversions = new Conversions();
    /** The name that each table will have. */
    private final UnaryOperator<String> tableNames;

    private final Map<String, TableMatch> tables;
    private final KeyedLinks keyed;
    private final TableMatch match;
    private final Table table;
    /** Retired columns that come back, by the names they have now. */
    private final Set<String> restored = new HashSet<>();

    /** @param tables all that shall be, by the names they will have */
    ColumnMatcher(
            RowQuestions questions,
            UnaryOperator<String> tableNames,
            Map<String, TableMatch> tables,
            TableMatch match) {
        this.questions = questions;
        this.tableNames = tableNames;
        this.tables = tables;
        this.keyed = new KeyedLinks(questions, tables);
        this.match = match;
        this.table = match.table();
    }

    SequencedMap<String, ColumnMatch> match() {
        Map<String, Column> sources = new ColumnSources(match.wanted().columns(), table).find();
        SequencedMap<String, ColumnMatch> matches = new LinkedHashMap<>();
        for (WantedColumn wanted : match.wanted().columns().values()) {
            Optional<Column> source = Optional.ofNullable(sources.get(wanted.name()));
            matches.put(
                    wanted.name(), source.map(column -> match(wanted, column)).orElseGet(() -> unseen(wanted)));
        }
        return matches;
    }

    private ColumnMatch match(WantedColumn wanted, Column column) {
        if (beginsToBeComputed(wanted, column)) {
            return new Added(wanted, Optional.of(column), Optional.empty());
        }
        String target = target(column);
        boolean sameTarget = sameTarget(wanted, column);
        boolean same = sameTarget && wanted.type().equals(column.type());
        if (same && (!column.isComputed() || !wanted.formula().isEmpty())) {
            return new Same(wanted, column);
        }
        Optional<Column> retired = retired(wanted, true);
        if (retired.isPresent()) {
            return new Restored(
                    wanted,
                    retired.get(),
                    Optional.of(new Replaced(
                            column,
                            conversions.find(wanted.type(), column.type()),
                            same ? Optional.of(Conversion.SAME) : conversions.find(column.type(), wanted.type()))));
        }
        if (same) {
            return new Same(wanted, column);
        }
        Optional<Conversion> conversion = conversion(wanted, column, target);
        return conversion.isPresent() && sameTarget && !wanted.isLink() && losesNothing(conversion.get(), column)
                ? new Converted(wanted, column, conversion.get())
                : new Added(wanted, Optional.of(column), conversion.map(found -> new Copy(column, found)));
    }

    /**
     * A field that people wrote and a stored formula takes over: what they wrote is retired, rather than lost under what is
     * computed, so that migrations find it and going back brings it again.
     */
    private boolean beginsToBeComputed(WantedColumn wanted, Column column) {
        return !wanted.formula().isEmpty()
                && !column.isComputed()
                && questions.rows(table) > 0
                && questions
                                .matching(
                                        questions.quote(table.name()),
                                        Identifiers.quote(column.name()) + " is not null")
                                .rows()
                        > 0;
    }

    private ColumnMatch unseen(WantedColumn wanted) {
        Optional<Column> same = retired(wanted, true);
        if (same.isPresent()) {
            return new Restored(wanted, same.get(), Optional.empty());
        }
        Optional<Copy> copied = retired(wanted, false)
                .flatMap(column -> conversion(wanted, column, column.mark().target())
                        .map(conversion -> new Copy(column, conversion)));
        return new Added(wanted, Optional.empty(), copied);
    }

    /**
     * Links become links to elsewhere where the other side knows the id, and texts by the keys of what they lead to; other values by
     * their types.
     */
    private Optional<Conversion> conversion(WantedColumn wanted, Column column, String target) {
        if (wanted.isLink() && !target.isEmpty()) {
            return Optional.of(Conversion.SAME);
        }
        if (wanted.isLink() || !target.isEmpty()) {
            return keyed.find(wanted, column, tableNames.apply(target));
        }
        return conversions.find(column.type(), wanted.type());
    }

    /** Where a link leads, or led when it or its table was retired. */
    private String target(Column column) {
        String target = table.target(column.name());
        return target.isEmpty() ? column.mark().target() : target;
    }

    /** The id of a record stays what it is, whether it leads to an ancestor's row or not. */
    private boolean sameTarget(WantedColumn wanted, Column column) {
        String target = table.target(column.name());
        return wanted.name().equals(SystemFields.ID)
                || (target.isEmpty()
                        ? TableMatcher.remembers(tables, column.mark().target(), wanted.target())
                        : tableNames.apply(target).equals(wanted.target()));
    }

    private boolean losesNothing(Conversion conversion, Column column) {
        if (conversion.always() || questions.rows(table) == 0) {
            return true;
        }
        String value = Identifiers.quote(column.name());
        String lost = value + " is not null and (" + conversion.exact().apply(value) + ") is not true";
        return questions.matching(questions.quote(table.name()), lost).rows() == 0;
    }

    /** The column retired last that had the wanted one's name, or a former name which nothing else has now. */
    private Optional<Column> retired(WantedColumn wanted, boolean sameKind) {
        List<String> names = new ArrayList<>(wanted.formerNames());
        names.removeAll(match.wanted().columns().keySet());
        names.add(wanted.name());
        Optional<Column> found = table.columns().values().stream()
                .filter(column -> column.mark().isRetired() && !restored.contains(column.name()))
                .filter(column -> names.contains(column.mark().retired()))
                .filter(column -> !sameKind || column.type().equals(wanted.type()) && sameTarget(wanted, column))
                .max(Comparator.comparingInt(
                                (Column column) -> names.indexOf(column.mark().retired()))
                        .thenComparingInt(column -> RetiredNames.number(column.name())));
        if (sameKind) {
            found.ifPresent(column -> restored.add(column.name()));
        }
        return found;
    }
}
