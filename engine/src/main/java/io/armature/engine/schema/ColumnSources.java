package io.armature.engine.schema;

import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.engine.schema.catalogue.Column;
import io.armature.engine.schema.catalogue.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Finds which live column is which wanted one: by its own name, or by a former one where the rename has not happened
 * yet. Each column's mark says which former names it has lived through already.
 */
final class ColumnSources {

    private final SequencedMap<String, WantedColumn> wanted;
    private final Table table;
    private final SequencedMap<String, Column> live = new LinkedHashMap<>();
    private final Map<String, Column> sources = new LinkedHashMap<>();

    ColumnSources(SequencedMap<String, WantedColumn> wanted, Table table) {
        this.wanted = wanted;
        this.table = table;
        table.columns().values().stream()
                .filter(column -> !column.mark().isRetired())
                .forEach(column -> live.put(column.name(), column));
    }

    /** By the names of wanted columns; those that are new are left out. */
    Map<String, Column> find() {
        wanted.values().forEach(column -> replaced(column).ifPresent(former -> claim(column, former)));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (WantedColumn column : wanted.values()) {
                if (!sources.containsKey(column.name()) && !live.containsKey(column.name())) {
                    Optional<Column> former = former(column);
                    former.ifPresent(found -> claim(column, found));
                    changed |= former.isPresent();
                }
            }
        }
        wanted.keySet().stream()
                .filter(name -> !sources.containsKey(name) && live.containsKey(name))
                .forEach(name -> sources.put(name, live.get(name)));
        return sources;
    }

    private void claim(WantedColumn column, Column former) {
        sources.put(column.name(), former);
        live.remove(former.name());
    }

    /** A column that takes over the name of another, which goes. */
    private Optional<Column> replaced(WantedColumn column) {
        Column own = live.get(column.name());
        return own == null
                ? Optional.empty()
                : column.formerNames().reversed().stream()
                        .filter(name -> !own.mark().formerly().contains(name) && !wanted.containsKey(name))
                        .flatMap(name -> Optional.ofNullable(live.get(name)).stream())
                        .findFirst();
    }

    private Optional<Column> former(WantedColumn column) {
        for (String name : column.formerNames().reversed()) {
            Column former = live.get(name);
            if (former != null) {
                return Optional.of(former);
            }
        }
        return live.values().stream()
                .filter(former -> former.mark().formerly().contains(column.name()) && goesBack(former, column))
                .findFirst();
    }

    /** Whether a column gets an earlier name back: it has no other use, or what it pushed aside comes back too. */
    private boolean goesBack(Column former, WantedColumn column) {
        WantedColumn same = wanted.get(former.name());
        return same == null
                || !same.formerNames().contains(column.name())
                        && table.columns().values().stream().anyMatch(other -> waitsFor(other, same));
    }

    /** Whether a column that was pushed aside would come back under its name. */
    private boolean waitsFor(Column other, WantedColumn column) {
        return other.mark().isRetired()
                ? other.mark().retired().equals(column.name()) && other.type().equals(column.type())
                : other.mark().formerly().contains(column.name()) && !wanted.containsKey(other.name());
    }
}
