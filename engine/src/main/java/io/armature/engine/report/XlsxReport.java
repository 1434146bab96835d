package io.armature.engine.report;

import io.armature.engine.report.ReportTable.Cell;
import io.armature.engine.report.ReportTable.Line;
import io.armature.engine.transfer.TableTypes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook whose numbers are numbers and whose head stays while one scrolls. */
@Singleton
final class XlsxReport implements ReportFile {

    private static final int WIDE = 28;
    private static final int NARROW = 16;
    private static final int LONGEST_NAME = 31;

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return TableTypes.XLSX;
    }

    @Override
    public byte[] of(ReportTable table, Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Armature", "1.0")) {
            Worksheet sheet = book.newWorksheet(nameOf(table.title()));
            head(sheet, table);
            for (int at = 0; at < table.lines().size(); at++) {
                line(sheet, at + 1, table.lines().get(at));
            }
            sheet.freezePane(0, 1);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return bytes.toByteArray();
    }

    /** Sheets cannot be called by some signs, nor by long names. */
    private static String nameOf(String title) {
        String plain = title.replaceAll("[\\\\/*?:\\[\\]']", " ").strip();
        return plain.isEmpty() ? "Report" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private static void head(Worksheet sheet, ReportTable table) {
        int texts = table.dimensions().size();
        for (int at = 0; at < texts; at++) {
            sheet.inlineString(0, at, table.dimensions().get(at));
            sheet.width(at, WIDE);
        }
        for (int at = 0; at < table.measures().size(); at++) {
            sheet.inlineString(0, texts + at, table.measures().get(at));
            sheet.width(texts + at, NARROW);
        }
        sheet.range(0, 0, 0, Math.max(0, texts + table.measures().size() - 1))
                .style()
                .bold()
                .set();
    }

    private static void line(Worksheet sheet, int row, Line line) {
        List<String> words = line.words();
        for (int at = 0; at < words.size(); at++) {
            sheet.inlineString(row, at, words.get(at));
        }
        for (int at = 0; at < line.cells().size(); at++) {
            int column = words.size() + at;
            Cell cell = line.cells().get(at);
            cell.number().ifPresentOrElse(number -> number(sheet, row, column, number), () -> {
                if (!cell.text().isEmpty()) {
                    sheet.inlineString(row, column, cell.text());
                }
            });
        }
    }

    private static void number(Worksheet sheet, int row, int column, BigDecimal number) {
        sheet.value(row, column, number);
        sheet.style(row, column)
                .format(number.stripTrailingZeros().scale() > 0 ? "#,##0.00" : "#,##0")
                .set();
    }
}
