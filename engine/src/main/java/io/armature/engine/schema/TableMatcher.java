package io.armature.engine.schema;

import io.armature.engine.schema.TableMatch.How;
import io.armature.engine.schema.blueprint.Blueprint;
import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.engine.schema.blueprint.WantedTable;
import io.armature.engine.schema.catalogue.Catalogue;
import io.armature.engine.schema.catalogue.Column;
import io.armature.engine.schema.catalogue.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/** Finds for each wanted table the one that it is now: itself, one with a former name, or a retired one. */
final class TableMatcher {

    private final Catalogue catalogue;
    private final Blueprint blueprint;
    /** Tables that go on under another name, by the name they have now. */
    private final Map<String, WantedTable> claimed = new LinkedHashMap<>();
    /** Retired tables that come back, by the names they have now. */
    private final Set<String> restored = new HashSet<>();

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
        replacePairs(matches);
        return matches;
    }

    /** A many-to-many table whose pairs lead elsewhere than they shall is not the same; one retired before may be. */
    private void replacePairs(SequencedMap<String, TableMatch> matches) {
        Map<String, String> names = new HashMap<>();
        matches.forEach((name, match) -> match.source().ifPresent(table -> names.put(table.name(), name)));
        matches.replaceAll((name, match) -> {
            if (!match.wanted().isJunction()
                    || match.source()
                            .filter(table -> fits(table, match, names, matches))
                            .isPresent()) {
                return match;
            }
            Optional<Table> retired = retired(match.wanted(), table -> fits(table, match, names, matches));
            return new TableMatch(match.wanted(), retired.isPresent() ? How.RESTORED : How.NEW, retired);
        });
    }

    /** Whether what led to {@code target} when it was retired leads to the wanted table again. */
    static boolean remembers(Map<String, TableMatch> matches, String target, String wanted) {
        TableMatch match = matches.get(wanted);
        return match == null || target.isEmpty() ? target.equals(wanted) : match.wasCalled(target);
    }

    private static boolean fits(
            Table table, TableMatch match, Map<String, String> names, Map<String, TableMatch> matches) {
        return match.wanted().primaryKey().stream().allMatch(end -> {
            WantedColumn wanted = match.wanted().columns().get(end);
            Column column = table.columns().get(end);
            String key = table.target(end);
            if (wanted == null || column == null) {
                return false;
            }
            return key.isEmpty()
                    ? remembers(matches, column.mark().target(), wanted.target())
                    : names.getOrDefault(key, key).equals(wanted.target());
        });
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
        Optional<Table> retired = retired(wanted, table -> true);
        return new TableMatch(wanted, retired.isPresent() ? How.RESTORED : How.NEW, retired);
    }

    /** A claim frees a name, which may make another table look for its former one: until nothing changes. */
    private void claimRenamed() {
        for (WantedTable wanted : blueprint.tables().values()) {
            replaced(wanted).ifPresent(table -> claimed.put(table.name(), wanted));
        }
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

    /** A table that takes over the name of another, which goes. */
    private Optional<Table> replaced(WantedTable wanted) {
        return live(wanted.name())
                .flatMap(own -> wanted.formerNames().reversed().stream()
                        .filter(name -> !own.mark().formerly().contains(name)
                                && !blueprint.tables().containsKey(name))
                        .flatMap(name -> live(name).filter(table -> isFree(table, wanted)).stream())
                        .findFirst());
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
                .filter(table -> isFree(table, wanted) && goesBack(table, wanted))
                .findFirst();
    }

    /** Whether a table gets an earlier name back: it has no other use, or what it pushed aside comes back too. */
    private boolean goesBack(Table former, WantedTable wanted) {
        WantedTable same = blueprint.tables().get(former.name());
        return same == null
                || !same.formerNames().contains(wanted.name())
                        && catalogue.tables().values().stream().anyMatch(table -> waitsFor(table, same));
    }

    /** Whether a table that was pushed aside would come back under its name. */
    private boolean waitsFor(Table table, WantedTable wanted) {
        return table.isRetired()
                ? table.mark().retired().equals(wanted.name())
                : table.mark().formerly().contains(wanted.name())
                        && !blueprint.tables().containsKey(table.name());
    }

    private boolean isFree(Table table, WantedTable wanted) {
        return !claimed.containsKey(table.name()) && table.mark().field().isEmpty() != wanted.isJunction();
    }

    private Optional<Table> live(String name) {
        return catalogue.table(name).filter(Table::isLive);
    }

    private Optional<Table> retired(WantedTable wanted, Predicate<Table> fitting) {
        List<String> names = new ArrayList<>(wanted.formerNames());
        names.removeAll(blueprint.tables().keySet());
        names.add(wanted.name());
        Optional<Table> found = catalogue.tables().values().stream()
                .filter(table -> table.isRetired() && !restored.contains(table.name()))
                .filter(table -> names.contains(table.mark().retired()) && fitting.test(table))
                .filter(table -> table.mark().field().isEmpty() != wanted.isJunction())
                .max(Comparator.comparingInt(
                                (Table table) -> names.indexOf(table.mark().retired()))
                        .thenComparingInt(table -> RetiredNames.number(table.name())));
        found.ifPresent(table -> restored.add(table.name()));
        return found;
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
