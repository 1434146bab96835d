package io.armature.metadata.foreign.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads the sheets of a workbook as texts; days and moments are told from numbers by their format. */
final class WorkbookGrid {

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
        if (cell.getType() == CellType.NUMBER) {
            String format =
                    Optional.ofNullable(cell.getDataFormatString()).orElse("").toLowerCase(Locale.ROOT);
            boolean day = format.contains("yy") || format.contains("dd") || format.contains("d/m");
            boolean hour = format.contains("h:") || format.contains("hh");
            if (day || hour) {
                return moment(cell, day, hour);
            }
            BigDecimal number = cell.asNumber().stripTrailingZeros();
            return (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
        }
        return switch (cell.getType()) {
            case BOOLEAN -> Boolean.toString(cell.asBoolean());
            case EMPTY, ERROR -> "";
            default -> Optional.ofNullable(cell.getText()).orElse("");
        };
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
