package io.armature.engine.report;

import io.armature.engine.print.PaperTable;
import io.armature.engine.print.PaperTables;
import io.armature.engine.report.ReportTable.Cell;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages for paper. */
@Singleton
final class PdfReport implements ReportFile {

    private final PaperTables tables;

    PdfReport(PaperTables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public byte[] of(ReportTable table, Locale locale) {
        List<List<String>> rows = table.lines().stream()
                .map(line -> Stream.concat(
                                line.words().stream(), line.cells().stream().map(cell -> words(cell, locale)))
                        .toList())
                .toList();
        List<String> head = Stream.concat(table.dimensions().stream(), table.measures().stream())
                .toList();
        return tables.pdf(
                new PaperTable(
                        table.title(),
                        table.description(),
                        head,
                        table.dimensions().size(),
                        rows,
                        foot(table, locale)),
                locale);
    }

    /** The sums, where there is more than one row to add up. */
    private static List<String> foot(ReportTable table, Locale locale) {
        if (table.lines().size() < 2 || table.totals().stream().allMatch(Optional::isEmpty)) {
            return List.of();
        }
        List<String> foot = new ArrayList<>();
        table.dimensions().forEach(_ -> foot.add(foot.isEmpty() ? "Σ" : ""));
        table.totals()
                .forEach(total -> foot.add(total.map(sum -> number(sum, locale)).orElse("")));
        return foot;
    }

    private static String words(Cell cell, Locale locale) {
        return cell.number().map(number -> number(number, locale)).orElse(cell.text());
    }

    /** Whole numbers without decimals, others with two. */
    private static String number(BigDecimal number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int digits = number.stripTrailingZeros().scale() > 0 ? 2 : 0;
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }
}
