package io.armature.engine.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes of the cells of a table's row what is read of it. */
interface RowMaker {

    ObjectNode row(List<String> header, List<String> cells);
}
