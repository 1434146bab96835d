package io.armature.engine.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook, its first line naming the columns. */
final class XlsxSource implements ImportSource {

    /** As many digits as spreadsheets have: 0.1 + 0.2 is 0.3 in them, and something longer in their files. */
    private static final MathContext DIGITS = new MathContext(15);

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final RowMaker cells;
    private final List<String> header;
    private long number;

    XlsxSource(InputStream file, RowMaker cells) {
        this.cells = cells;
        try {
            WorkbookCheck.Checked checked = WorkbookCheck.checked(file);
            workbook = new ReadableWorkbook(checked.file(), new ReadingOptions(checked.formatted(), false));
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
            header = rows.hasNext()
                    ? texts(rows.next()).stream().map(String::strip).toList()
                    : List.of();
        } catch (ExcelReaderException | NoSuchElementException | IOException broken) {
            throw WorkbookCheck.unreadable(why(broken));
        }
    }

    @Override
    public Optional<ImportRow> next() {
        try {
            return rows.hasNext()
                    ? Optional.of(new ImportRow(++number, cells.row(header, texts(rows.next()))))
                    : Optional.empty();
        } catch (ExcelReaderException | UncheckedIOException broken) {
            throw WorkbookCheck.unreadable(why(broken));
        }
    }

    private static String why(Exception broken) {
        return Optional.ofNullable(broken.getMessage()).orElse("it is damaged");
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(row.getOptionalCell(i).map(XlsxSource::text).orElse(""));
        }
        return texts;
    }

    /** What a cell says, or of a formula, what came of it when it was last computed. */
    private static String text(Cell cell) {
        if (!(cell.getValue() instanceof BigDecimal number)) {
            return cell.getType() == CellType.EMPTY ? "" : cell.getText();
        }
        String format =
                Optional.ofNullable(cell.getDataFormatString()).orElse("").toLowerCase(Locale.ROOT);
        if (format.contains("general") || !has(format, "ymdh")) {
            return number.round(DIGITS).stripTrailingZeros().toPlainString();
        }
        LocalDateTime moment = cell.asDate();
        if (!has(format, "yd") && has(format, "h")) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment + "Z";
    }

    private static boolean has(String format, String letters) {
        return format.chars().anyMatch(character -> letters.indexOf(character) >= 0);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
