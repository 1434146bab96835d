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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** A folder of CSV files and workbooks: one pack, an entity for each file or sheet, with its rows as data. */
public final class TableSource implements ForeignSource {

    private static final int LONGEST = 40;

    /** PostgreSQL has 1,600 columns, and every record some of its own. */
    private static final int WIDEST = 1_500;

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
        SequencedMap<String, List<List<String>>> sheets = switch (ending) {
            case ".csv", ".tsv" -> one(name, CsvGrid.read(Files.readAllBytes(file)));
            case ".xlsx" -> workbook(file, name, pack, report);
            default -> new LinkedHashMap<>();
        };
        if (!List.of(".csv", ".tsv", ".xlsx").contains(ending)) {
            report.add(Outcome.LEFT_OUT, pack, "file", name, name, "no table was found in it");
        }
        sheets.forEach((sheet, grid) -> {
            Optional<Table> table = Grid.table(sheets.size() == 1 ? stem : sheet, name, grid);
            int columns = table.map(found -> found.headers().size()).orElse(0);
            if (columns == 0 || columns > WIDEST) {
                String why = columns == 0
                        ? "nothing stands in it"
                        : "it has " + columns + " columns, and a table here has room for " + WIDEST;
                report.add(Outcome.LEFT_OUT, pack, "table", name, sheet, why);
            } else {
                table.ifPresent(tables::add);
            }
        });
    }

    private static SequencedMap<String, List<List<String>>> one(String name, List<List<String>> grid) {
        SequencedMap<String, List<List<String>>> only = new LinkedHashMap<>();
        only.put(name, grid);
        return only;
    }

    private static SequencedMap<String, List<List<String>>> workbook(
            Path file, String name, String pack, ImportReport report) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return WorkbookGrid.read(bytes);
        } catch (IOException | RuntimeException noWorkbook) {
            String why = "it cannot be read as a workbook: " + noWorkbook.getMessage();
            report.add(Outcome.LEFT_OUT, pack, "file", name, name, why);
            return new LinkedHashMap<>();
        }
    }
}
