package io.armature.engine.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.file.FileVersion;
import io.armature.engine.file.StoredFile;
import java.util.List;

/** Files as they stand in answers; named as the fields of {@code sys.file}. */
final class FileJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FileJson() {}

    static ObjectNode of(StoredFile file) {
        String address = "/api/files/" + file.id();
        ObjectNode json = JSON.objectNode()
                .put("id", file.id().toString())
                .put("name", file.name())
                .put("media_type", file.mediaType())
                .put("size", file.size())
                .put("sha256", file.digest())
                .put("content_version", file.version());
        file.about()
                .ifPresentOrElse(
                        about -> json.putObject("record")
                                .put("entity", about.entity())
                                .put("id", about.record().toString()),
                        () -> json.putNull("record"));
        json.put("field", file.field().orElse(null))
                .put("owner", file.owner().toString())
                .put("created_at", file.createdAt().toString())
                .put("updated_at", file.updatedAt().toString());
        ObjectNode links = json.putObject("links").put("content", address + "/content");
        if (file.isPicture()) {
            links.put("preview", address + "/preview");
        }
        return json;
    }

    static ObjectNode list(List<StoredFile> files) {
        ObjectNode json = JSON.objectNode();
        ArrayNode data = json.putArray("data");
        files.forEach(file -> data.add(of(file)));
        return json;
    }

    static ObjectNode versions(List<FileVersion> versions) {
        ObjectNode json = JSON.objectNode();
        ArrayNode data = json.putArray("data");
        versions.forEach(one -> data.addObject()
                .put("content_version", one.version())
                .put("name", one.name())
                .put("media_type", one.mediaType())
                .put("size", one.size())
                .put("sha256", one.digest())
                .put("by", one.by().toString())
                .put("at", one.at().toString()));
        return json;
    }
}
