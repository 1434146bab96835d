package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes the imports of a user; those of an entity are described with it. */
final class ImportPaths {

    private static final String TAG = "Imports";

    private ImportPaths() {}

    static void add(ObjectNode paths) {
        call(paths, "/api/imports", "get", "listImports", "The caller's imports, the latest first");
        call(paths, "/api/imports/{id}", "get", "getImport", "How far an import is, and what became of its rows");
        call(paths, "/api/imports/{id}/errors", "get", "importErrors", "What is wrong in which rows, as CSV");
        call(
                paths,
                "/api/imports/{id}/cancel",
                "post",
                "cancelImport",
                "End an import before its time; nothing is kept");
        call(paths, "/api/imports/{id}/undo", "post", "undoImport", "Take back what an import made");
    }

    private static void call(ObjectNode paths, String path, String method, String id, String summary) {
        FixedOperation.end(FixedOperation.begin(paths, path, method, id, summary, TAG), summary);
    }
}
