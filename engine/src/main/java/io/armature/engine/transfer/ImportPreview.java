package io.armature.engine.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The beginning of a file, before anybody knows which column is which field.
 *
 * @param columns the names of the columns, in their order
 * @param rows what stands in the first rows, by the names of the columns
 */
public record ImportPreview(List<String> columns, List<ObjectNode> rows) {

    private static final int SHOWN = 20;

    public ImportPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @throws ProblemException when the file cannot be read */
    public static ImportPreview of(ImportFormat format, InputStream file) {
        try (ImportSource source = ImportSource.open(format, file, new PlainCells(), ImportMapping.PLAIN)) {
            List<ObjectNode> rows = new ArrayList<>();
            Set<String> columns = new LinkedHashSet<>();
            for (Optional<ImportRow> row = source.next(); row.isPresent(); row = source.next()) {
                JsonNode json = row.get().json();
                if (json instanceof ObjectNode object) {
                    rows.add(object);
                    object.fieldNames().forEachRemaining(columns::add);
                }
                if (rows.size() == SHOWN) {
                    break;
                }
            }
            return new ImportPreview(List.copyOf(columns), rows);
        } catch (JsonProcessingException malformed) {
            throw Imports.unreadable(malformed.getOriginalMessage());
        } catch (IOException malformed) {
            throw Imports.unreadable(String.valueOf(malformed.getMessage()));
        }
    }
}
