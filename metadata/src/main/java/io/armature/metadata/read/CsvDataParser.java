package io.armature.metadata.read;

import io.armature.metadata.definition.DataDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** {@code data/<entity>.csv}: a header of fields, then a record a line. An empty cell says nothing. */
final class CsvDataParser {

    private CsvDataParser() {}

    static DataDefinition parse(String name, Origin origin, String text, Problems problems) {
        String file = origin.position().file();
        List<List<Csv.Cell>> lines = Csv.read(file, text.replace("\r\n", "\n"), problems);
        List<String> header = lines.isEmpty()
                ? List.of()
                : lines.getFirst().stream()
                        .map(Csv.Cell::text)
                        .map(String::strip)
                        .toList();
        List<DataDefinition.Row> rows = lines.stream()
                .skip(1)
                .flatMap(line -> row(header, line, origin, problems).stream())
                .toList();
        checkHeader(lines, problems);
        MapNode nothing = new MapNode(new Position(file, 1, 1), new LinkedHashMap<>(), Map.of());
        return new DataDefinition(
                name, origin, DataParser.entity(name, origin), DataParser.isDemo(origin), rows, nothing);
    }

    private static void checkHeader(List<List<Csv.Cell>> lines, Problems problems) {
        if (lines.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Csv.Cell cell : lines.getFirst()) {
            if (!seen.add(cell.text().strip())) {
                problems.add(Problem.error(ProblemCode.DUPLICATE_KEY, cell.position(), "", cell.text()));
            }
        }
    }

    private static Optional<DataDefinition.Row> row(
            List<String> header, List<Csv.Cell> line, Origin origin, Problems problems) {
        Position place = line.getFirst().position();
        if (line.size() != header.size()) {
            problems.add(Problem.error(
                    ProblemCode.WRONG_CELLS,
                    place,
                    "",
                    Integer.toString(line.size()),
                    Integer.toString(header.size())));
            return Optional.empty();
        }
        SequencedMap<String, Node> values = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            Csv.Cell cell = line.get(i);
            if (!cell.text().isEmpty()) {
                values.put(header.get(i), new TextNode(cell.position(), cell.text()));
            }
        }
        return Optional.of(new DataDefinition.Row(DataParser.nest(values), origin.at(place)));
    }
}
