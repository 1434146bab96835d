package io.armature.engine.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The cells as they stand there, under the names of their columns. */
final class PlainCells implements RowMaker {

    @Override
    public ObjectNode row(List<String> header, List<String> cells) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            if (!header.get(i).isEmpty()) {
                row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
            }
        }
        return row;
    }
}
