package io.armature.engine.schema;

import io.armature.engine.schema.ColumnMatch.Added;
import io.armature.engine.schema.ColumnMatch.Converted;
import io.armature.engine.schema.ColumnMatch.Replaced;
import io.armature.engine.schema.ColumnMatch.Restored;
import io.armature.engine.schema.ColumnMatch.Same;
import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.metadata.expression.Identifiers;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the rows of a table will be, as a query over what they are. The same expressions ask questions before the change
 * and fill columns during it.
 */
final class FutureTable {

    private final TableMatch match;
    private final SequencedMap<String, ColumnMatch> columns;
    /** Quoted sources of the tables that links will lead to, as they are now; absent ones are not there yet. */
    private final Map<String, String> targets;

    FutureTable(TableMatch match, SequencedMap<String, ColumnMatch> columns, Map<String, String> targets) {
        this.match = match;
        this.columns = columns;
        this.targets = targets;
    }

    /** The rows, as a query in parentheses. */
    String rows(String source) {
        return columns.values().stream()
                .map(column -> value(column, UnaryOperator.identity()) + " as "
                        + Identifiers.quote(column.wanted().name()))
                .collect(Collectors.joining(", ", "(select ", " from " + source + " as t)"));
    }

    /**
     * What a column will hold.
     *
     * @param names what each column is called when the expression is used
     */
    String value(ColumnMatch column, UnaryOperator<String> names) {
        return switch (column) {
            case Same it -> leading(it, plain(names, it.column().name()));
            case Converted it ->
                it.conversion().using().apply(plain(names, it.column().name()));
            case Restored it -> leading(it, filled(it.wanted(), restored(it, names)));
            case Added it -> leading(it, added(it, names));
        };
    }

    /** Whether the values of a column that goes on change. */
    boolean changes(ColumnMatch column) {
        return switch (column) {
            case Same it ->
                match.isRestored() && it.wanted().isLink() && !match.wanted().isJunction();
            case Converted _ -> false;
            case Restored it ->
                it.replaced().isPresent() || it.wanted().isLink() || it.wanted().filled();
            case Added it -> it.copied().isPresent();
        };
    }

    private static String plain(UnaryOperator<String> names, String column) {
        return "t." + Identifiers.quote(names.apply(column));
    }

    /**
     * A value written in the replaced column since it took over wins; where nothing changed, the original does. What a formula
     * computed there is taken where there is no original.
     */
    private static String restored(Restored it, UnaryOperator<String> names) {
        String original = plain(names, it.column().name());
        if (it.replaced().isEmpty()) {
            return original;
        }
        Replaced replaced = it.replaced().get();
        String current = plain(names, replaced.column().name());
        if (replaced.column().isComputed() && replaced.back().isPresent()) {
            return "coalesce(" + original + ", " + replaced.back().get().guarded(current) + ")";
        }
        if (replaced.there().isEmpty() || replaced.back().isEmpty()) {
            return original;
        }
        return "case when " + current + " is distinct from "
                + replaced.there().get().guarded(original) + " then coalesce("
                + replaced.back().get().guarded(current) + ", " + original + ") else " + original + " end";
    }

    private static String added(Added it, UnaryOperator<String> names) {
        if (it.copied().isPresent()) {
            ColumnMatch.Copy copy = it.copied().get();
            return copy.conversion().guarded(plain(names, copy.column().name()));
        }
        String fill = it.wanted().fill();
        return fill.isEmpty() ? "null::" + it.wanted().type() : fill;
    }

    private static String filled(WantedColumn wanted, String value) {
        return wanted.filled() ? "coalesce(" + value + ", " + wanted.fill() + ")" : value;
    }

    /** Links that come from elsewhere or come back lead nowhere where the other record is gone: they are cleared. */
    private String leading(ColumnMatch column, String value) {
        if (!column.wanted().isLink() || !changes(column)) {
            return value;
        }
        String target = targets.get(column.wanted().target());
        return target == null
                ? "null::uuid"
                : "(select target.\"id\" from " + target + " target where target.\"id\" = " + value + ")";
    }
}
