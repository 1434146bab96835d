package io.armature.engine.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.intake.Intake;
import io.armature.engine.transfer.ImportPreview;
import java.time.Instant;
import java.util.List;

/** Imports as they stand in answers. */
final class ImportRunJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ImportRunJson() {}

    /** Without what is wrong in its rows. */
    static ObjectNode head(Intake intake) {
        return JSON.objectNode()
                .put("id", intake.id().toString())
                .put("entity", intake.entity())
                .put("file", intake.file().toString())
                .put("file_name", intake.fileName())
                .put("status", intake.status().word())
                .put("share", intake.share())
                .put("rows", intake.counts().rows())
                .put("created", intake.counts().created())
                .put("updated", intake.counts().updated())
                .put("unchanged", intake.counts().unchanged())
                .put("refused", intake.counts().refused())
                .put("kept", intake.counts().kept())
                .put("undoable", intake.isUndoable())
                .put("problem", intake.problem().orElse(null))
                .put("undone", intake.undone().orElse(null))
                .put("left", intake.left().orElse(null))
                .put("created_at", intake.createdAt().toString())
                .put("ended_at", intake.endedAt().map(Instant::toString).orElse(null))
                .set("order", intake.order());
    }

    static ObjectNode whole(Intake intake) {
        return head(intake).set("errors", intake.errors());
    }

    static ObjectNode list(List<Intake> intakes) {
        ObjectNode json = JSON.objectNode();
        intakes.stream().map(ImportRunJson::head).forEach(json.putArray("data")::add);
        return json;
    }

    /** @param functions that rows may be sent through */
    static ObjectNode preview(ImportPreview preview, List<String> functions) {
        ObjectNode json = JSON.objectNode();
        preview.columns().forEach(json.putArray("columns")::add);
        preview.rows().forEach(json.putArray("rows")::add);
        functions.forEach(json.putArray("hooks")::add);
        return json;
    }
}
