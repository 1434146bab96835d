package io.armature.engine.report;

import io.armature.engine.transfer.CsvText;
import io.armature.engine.transfer.TableTypes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Comma-separated values with a mark by which spreadsheets know UTF-8; numbers are plain in every language. */
@Singleton
final class CsvReport implements ReportFile {

    private static final String MARK = "\ufeff";

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return TableTypes.CSV;
    }

    @Override
    public byte[] of(ReportTable table, Locale locale) {
        StringBuilder text = new StringBuilder(MARK);
        CsvText head = new CsvText();
        table.dimensions().forEach(head::addHarmless);
        table.measures().forEach(head::addHarmless);
        text.append(head);
        table.lines().forEach(line -> {
            CsvText row = new CsvText();
            line.words().forEach(row::addHarmless);
            line.cells().forEach(cell -> {
                if (cell.number().isPresent()) {
                    row.add(cell.text());
                } else {
                    row.addHarmless(cell.text().isEmpty() ? null : cell.text());
                }
            });
            text.append(row);
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
