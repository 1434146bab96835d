package io.armature.engine.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of a report as a file holds them.
 *
 * @param dimensions titles of what the numbers are split by
 * @param measures titles of the numbers
 * @param totals below each number, where it can be added up
 */
public record ReportTable(
        String name,
        String title,
        Optional<String> description,
        List<String> dimensions,
        List<String> measures,
        List<Line> lines,
        List<Optional<BigDecimal>> totals) {

    public ReportTable {
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
    }

    /** One row. */
    public record Line(List<String> words, List<Cell> cells) {
        public Line {
            words = List.copyOf(words);
            cells = List.copyOf(cells);
        }
    }

    /**
     * What was computed.
     *
     * @param text as it was sent; empty for nothing
     * @param number the same where it is one
     */
    public record Cell(String text, Optional<BigDecimal> number) {}
}
