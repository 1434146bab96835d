package io.armature.engine.transfer;

import io.armature.engine.query.sql.Encoding;
import io.armature.engine.query.sql.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook; what does not fit on one sheet goes on to the next. */
final class XlsxFormat implements ExportFormat {
    /** The most rows that a sheet has, the first naming the columns. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int FLUSHED_AT_ONCE = 500;

    /** A spreadsheet's numbers keep no more digits; longer ones stay texts, and exact. */
    private static final int MOST_DIGITS = 15;

    /** A spreadsheet's cells hold no more. */
    private static final int MOST_CHARACTERS = 32_767;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int FIRST_YEAR = 1900;

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return TableTypes.XLSX;
    }

    @Override
    public ExportWriter open(OutputStream out, List<Layout> layout, ExportOrder order) {
        return new Writer(new Workbook(out, "Armature", "1.0"), ExportColumn.of(layout));
    }

    private static final class Writer implements ExportWriter {
        private final Workbook workbook;
        private final List<ExportColumn> columns;
        private Worksheet sheet;
        private int sheets;
        private int row;

        Writer(Workbook workbook, List<ExportColumn> columns) {
            this.workbook = workbook;
            this.columns = columns;
            this.sheet = newSheet();
        }

        private Worksheet newSheet() {
            Worksheet fresh = workbook.newWorksheet("Records" + (sheets++ == 0 ? "" : " " + sheets));
            for (int i = 0; i < columns.size(); i++) {
                fresh.value(0, i, columns.get(i).name());
            }
            row = 1;
            return fresh;
        }

        @Override
        public void row(ExportRow result) throws SQLException, IOException {
            if (row == MOST_ROWS) {
                sheet.finish();
                sheet = newSheet();
            }
            for (int i = 0; i < columns.size(); i++) {
                ExportColumn column = columns.get(i);
                if (result.isHidden(column)) {
                    text(i, ExportColumn.HIDDEN);
                } else {
                    cell(i, column.encoding(), result.text(column));
                }
            }
            if (++row % FLUSHED_AT_ONCE == 0) {
                sheet.flush();
            }
        }

        private void cell(int column, Encoding encoding, @Nullable String text) {
            if (text == null) {
                return;
            }
            switch (encoding) {
                case RAW -> raw(column, text);
                case MOMENT -> moment(column, text);
                case QUOTED -> quoted(column, text);
                case TEXT -> text(column, text);
            }
        }

        private void raw(int column, String text) {
            if (NUMBER.matcher(text).matches() && text.length() <= MOST_DIGITS) {
                sheet.value(row, column, new BigDecimal(text));
            } else if (text.equals("true") || text.equals("false")) {
                sheet.value(row, column, Boolean.valueOf(text));
            } else {
                text(column, text);
            }
        }

        private void quoted(int column, String text) {
            if (DATE.matcher(text).matches() && LocalDate.parse(text).getYear() > FIRST_YEAR) {
                sheet.value(row, column, LocalDate.parse(text));
                sheet.style(row, column).format("yyyy-mm-dd").set();
            } else {
                text(column, text);
            }
        }

        private void moment(int column, String text) {
            LocalDateTime utc = LocalDateTime.parse(text.substring(0, text.length() - 1));
            if (utc.getYear() > FIRST_YEAR) {
                sheet.value(row, column, utc);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            } else {
                text(column, text);
            }
        }

        /** Texts are written as texts, so that none of them runs as a formula. */
        private void text(int column, String text) {
            sheet.inlineString(row, column, text.substring(0, Math.min(MOST_CHARACTERS, text.length())));
        }

        @Override
        public void finish() throws IOException {
            sheet.finish();
            workbook.finish();
        }
    }
}
