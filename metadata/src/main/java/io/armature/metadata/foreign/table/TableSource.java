package io.armature.metadata.foreign.table;

import io.armature.metadata.definition.FixedPaths;
import io.armature.metadata.foreign.Application;
import io.armature.metadata.foreign.ForeignSource;
import io.armature.metadata.foreign.ImportReport;
import io.armature.metadata.foreign.Outcome;
import io.armature.metadata.foreign.PlainNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of CSV files and workbooks: one pack, an entity for each file or sheet, with its rows as data. */
public final class TableSource implements ForeignSource {

    private static final int LONGEST = 40;

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public List<Application> read(Path folder, ImportReport report) throws IOException {
        PlainNames packs = new PlainNames(LONGEST);
        FixedPaths.ALL.forEach(packs::reserve);
        List.of("sys", "core").forEach(packs::reserve);
        String title = folder.toAbsolutePath().normalize().getFileName().toString();
        String pack = packs.give(title);
        List<Table> tables = new ArrayList<>();
        for (Path file : files(folder)) {
            tables(folder, file, pack, tables, report);
        }
        return tables.isEmpty() ? List.of() : List.of(new TableMapping(pack, title, tables, report).application());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static void tables(Path folder, Path file, String pack, List<Table> tables, ImportReport report)
            throws IOException {
        String name = folder.relativize(file).toString();
        String stem = name.replaceFirst("\\.[^.]*$", "");
        String ending = name.substring(stem.length()).toLowerCase(Locale.ROOT);
        int before = tables.size();
        switch (ending) {
            case ".csv", ".tsv" ->
                Grid.table(stem, name, CsvGrid.read(Files.readAllBytes(file))).ifPresent(tables::add);
            case ".xlsx" -> {
                Map<String, List<List<String>>> sheets = workbook(file);
                sheets.forEach((sheet, grid) -> Grid.table(sheets.size() == 1 ? stem : sheet, name, grid)
                        .ifPresent(tables::add));
            }
            default -> {
                // Told below.
            }
        }
        if (tables.size() == before) {
            report.add(Outcome.LEFT_OUT, pack, "file", name, name, "no table was found in it");
        }
    }

    private static Map<String, List<List<String>>> workbook(Path file) throws IOException {
        try {
            return WorkbookGrid.read(Files.readAllBytes(file));
        } catch (IOException | RuntimeException noWorkbook) {
            return Map.of();
        }
    }
}
