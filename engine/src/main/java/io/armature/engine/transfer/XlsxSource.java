package io.armature.engine.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final RowMaker cells;
    private final List<String> header;
    private long number;

    XlsxSource(InputStream file, RowMaker cells) {
        this.cells = cells;
        try {
            workbook = new ReadableWorkbook(WorkbookCheck.checked(file), new ReadingOptions(true, false));
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
            header = rows.hasNext()
                    ? texts(rows.next()).stream().map(String::strip).toList()
                    : List.of();
        } catch (ExcelReaderException | NoSuchElementException | IOException broken) {
            throw WorkbookCheck.unreadable(
                    Optional.ofNullable(broken.getMessage()).orElse("it is broken"));
        }
    }

    @Override
    public Optional<ImportRow> next() {
        try {
            return rows.hasNext()
                    ? Optional.of(new ImportRow(++number, cells.row(header, texts(rows.next()))))
                    : Optional.empty();
        } catch (ExcelReaderException | UncheckedIOException broken) {
            throw WorkbookCheck.unreadable(
                    Optional.ofNullable(broken.getMessage()).orElse("it is broken"));
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(row.getOptionalCell(i).map(XlsxSource::text).orElse(""));
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getType() == CellType.EMPTY ? "" : cell.getText();
        }
        String format = cell.getDataFormatString();
        if (format == null || !isDate(format)) {
            return new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
        }
        String moment = cell.asDate().toString();
        return moment.endsWith("T00:00") ? moment.substring(0, moment.indexOf('T')) : moment + "Z";
    }

    private static boolean isDate(String format) {
        return format.chars().anyMatch(character -> "ymdhYMDH".indexOf(character) >= 0)
                && !format.toLowerCase(java.util.Locale.ROOT).contains("general");
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
