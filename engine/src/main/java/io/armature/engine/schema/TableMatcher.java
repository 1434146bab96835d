package io.armature.engine.schema;

import io.armature.engine.schema.TableMatch.How;
import io.armature.engine.schema.blueprint.Blueprint;
import io.armature.engine.schema.blueprint.WantedTable;
import io.armature.engine.schema.catalogue.Catalogue;
import io.armature.engine.schema.catalogue.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Finds for each wanted table the one that it is now: itself, one with a former name, or a retired one. */
final class TableMatcher {

    private final Catalogue catalogue;
    private final Blueprint blueprint;
    /** Tables that go on under another name, by the name they have now. */
    private final Map<String, WantedTable> claimed = new LinkedHashMap<>();

    TableMatcher(Catalogue catalogue, Blueprint blueprint) {
        this.catalogue = catalogue;
        this.blueprint = blueprint;
    }

    SequencedMap<String, TableMatch> match() {
        claimRenamed();
        Map<String, Table> sources = new LinkedHashMap<>();
        claimed.forEach((name, wanted) -> catalogue.table(name).ifPresent(table -> sources.put(wanted.name(), table)));
        SequencedMap<String, TableMatch> matches = new LinkedHashMap<>();
        for (WantedTable wanted : blueprint.tables().values()) {
            matches.put(wanted.name(), match(wanted, sources));
        }
        return matches;
    }

    private TableMatch match(WantedTable wanted, Map<String, Table> renamed) {
        Table source = renamed.get(wanted.name());
        if (source != null) {
            return new TableMatch(wanted, How.RENAMED, Optional.of(source));
        }
        Optional<Table> own = live(wanted.name()).filter(table -> !claimed.containsKey(table.name()));
        if (own.isPresent()) {
            return new TableMatch(wanted, How.KEPT, own);
        }
        Optional<Table> retired = retired(wanted);
        return new TableMatch(wanted, retired.isPresent() ? How.RESTORED : How.NEW, retired);
    }

    /** A claim frees a name, which may make another table look for its former one: until nothing changes. */
    private void claimRenamed() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (WantedTable wanted : blueprint.tables().values()) {
                if (!claimed.containsValue(wanted) && !isThere(wanted.name())) {
                    Optional<Table> former = former(wanted);
                    former.ifPresent(table -> claimed.put(table.name(), wanted));
                    changed |= former.isPresent();
                }
            }
        }
    }

    private boolean isThere(String name) {
        return live(name).isPresent() && !claimed.containsKey(name);
    }

    private Optional<Table> former(WantedTable wanted) {
        for (String name : wanted.formerNames().reversed()) {
            Optional<Table> table = live(name).filter(found -> isFree(found, wanted));
            if (table.isPresent()) {
                return table;
            }
        }
        return catalogue.tables().values().stream()
                .filter(Table::isLive)
                .filter(table -> table.mark().formerly().contains(wanted.name()))
                .filter(table -> !blueprint.tables().containsKey(table.name()) && isFree(table, wanted))
                .findFirst();
    }

    private boolean isFree(Table table, WantedTable wanted) {
        return !claimed.containsKey(table.name()) && table.mark().field().isEmpty() != wanted.isJunction();
    }

    private Optional<Table> live(String name) {
        return catalogue.table(name).filter(Table::isLive);
    }

    private Optional<Table> retired(WantedTable wanted) {
        List<String> names = new ArrayList<>(wanted.formerNames());
        names.add(wanted.name());
        return catalogue.tables().values().stream()
                .filter(Table::isRetired)
                .filter(table -> names.contains(table.mark().retired()))
                .filter(table -> table.mark().field().isEmpty() != wanted.isJunction())
                .max(Comparator.comparingInt(
                                (Table table) -> names.indexOf(table.mark().retired()))
                        .thenComparingInt(table -> RetiredNames.number(table.name())));
    }

    /** Live tables that nothing wanted is any more. */
    static List<Table> leftOver(Catalogue catalogue, SequencedMap<String, TableMatch> matches) {
        Set<String> used = new HashSet<>();
        matches.values().forEach(match -> match.source().ifPresent(table -> used.add(table.name())));
        return catalogue.tables().values().stream()
                .filter(table -> table.isLive() && !used.contains(table.name()))
                .toList();
    }
}
