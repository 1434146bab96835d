package io.armature.metadata.foreign.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads the sheets of a workbook as texts; days and moments are told from numbers by their format, formulas by what came of them. */
final class WorkbookGrid {

    /** As many digits as spreadsheets have: 0.1 + 0.2 is 0.3 in them, and something longer in their files. */
    private static final MathContext DIGITS = new MathContext(15);

    /** What in a format is no format: words, colours and languages. */
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private static final Pattern DAY = Pattern.compile("yy|dd|d[/-]m|m[/-]d");
    private static final Pattern HOUR = Pattern.compile("h|mm:ss");

    /** Hours that are counted on past a day, which no time of the day says. */
    private static final Pattern COUNTED = Pattern.compile("\\[[hms]+]");

    /** How some programs write the end of a line inside a cell. */
    private static final String RETURN = "_x000D_";

    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;

    private WorkbookGrid() {}

    /** @throws IOException when it is no workbook */
    static SequencedMap<String, List<List<String>>> read(byte[] bytes) throws IOException {
        SequencedMap<String, List<List<String>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<List<String>> rows = new ArrayList<>();
                try (Stream<Row> stream = sheet.openStream()) {
                    stream.forEach(row -> rows.add(cells(row)));
                }
                sheets.put(sheet.getName(), rows);
            }
        }
        return sheets;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(WorkbookGrid::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (cell.getValue() instanceof Boolean truth) {
            return truth.toString();
        }
        return Optional.ofNullable(cell.getText())
                .orElse("")
                .replace(RETURN, "")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    private static String number(Cell cell, BigDecimal number) {
        String written =
                Optional.ofNullable(cell.getDataFormatString()).orElse("").toLowerCase(Locale.ROOT);
        if (COUNTED.matcher(written).find()) {
            return counted(number);
        }
        String format = WORDS.matcher(written).replaceAll("");
        boolean day = DAY.matcher(format).find();
        boolean hour = HOUR.matcher(format).find();
        if (day || hour) {
            return moment(cell, day, hour);
        }
        BigDecimal plain = number.round(DIGITS).stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    /** {@code 30:15:00}: hours of several days. */
    private static String counted(BigDecimal days) {
        long seconds = days.multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", seconds / SECONDS_AN_HOUR, seconds % SECONDS_AN_HOUR / 60, seconds % 60);
    }

    private static String moment(Cell cell, boolean day, boolean hour) {
        var moment = cell.asDate();
        if (!day) {
            return moment.toLocalTime().toString();
        }
        return !hour || moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment + "Z";
    }
}
