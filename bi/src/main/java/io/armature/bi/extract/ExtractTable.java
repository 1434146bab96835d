package io.armature.bi.extract;

import io.armature.bi.star.Dimension;
import io.armature.bi.star.DimensionKey;
import io.armature.bi.star.Fact;
import io.armature.bi.star.Star;
import io.armature.bi.star.StarColumn;
import java.util.List;
import java.util.stream.Stream;

/**
 * A warehouse table and where its rows come from.
 *
 * @param entity whose records it holds
 * @param columns besides the id
 * @param sums columns whose totals are compared with the source
 */
public record ExtractTable(String entity, String table, List<StarColumn> columns, List<StarColumn> sums) {
    public ExtractTable {
        columns = List.copyOf(columns);
        sums = List.copyOf(sums);
    }

    /** All tables of a star, dimensions first. */
    public static List<ExtractTable> of(Star star) {
        return Stream.concat(
                        star.dimensions().values().stream().map(ExtractTable::of),
                        star.facts().values().stream().map(ExtractTable::of))
                .toList();
    }

    private static ExtractTable of(Dimension dimension) {
        return new ExtractTable(dimension.entity(), dimension.table(), dimension.attributes(), List.of());
    }

    private static ExtractTable of(Fact fact) {
        List<StarColumn> columns = Stream.of(
                        fact.keys().stream().map(DimensionKey::column),
                        fact.attributes().stream(),
                        fact.measures().stream())
                .flatMap(part -> part)
                .toList();
        return new ExtractTable(fact.entity(), fact.table(), columns, fact.measures());
    }
}
