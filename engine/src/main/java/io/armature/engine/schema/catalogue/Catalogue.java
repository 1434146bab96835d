package io.armature.engine.schema.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What stands in a schema.
 *
 * @param tables by name, in the order of their names
 */
public record Catalogue(String schema, Server server, SequencedMap<String, Table> tables) {

    public Catalogue {
        tables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
    }

    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** Equal for schemas of equal structure, whatever rows are in them. */
    public String digest() {
        StringBuilder structure = new StringBuilder();
        tables.values().forEach(table -> structure.append(structure(table)));
        return Digests.full(structure.toString());
    }

    private static String structure(Table table) {
        return new Table(
                                table.name(),
                                table.mark(),
                                0,
                                table.columns(),
                                table.primaryKey(),
                                table.indexes(),
                                table.foreignKeys(),
                                table.checks())
                        .toString()
                + "\n";
    }
}
