package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.armature.metadata.definition.PackGrants;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * {@code ctx.files}: files of the site that the caller may read, and new ones for fields of records. {@code ctx.files.get(id)}, {@code
 * .text(id)}, {@code .base64(id)}, {@code .create({ name, text })}; the manifest grants {@code files}.
 */
final class FilesPort implements Port {

    /** Bytes that a function may hold of one file. */
    private static final long MOST = 5_000_000;

    private final Supplier<FileDoor> files;

    FilesPort(Supplier<FileDoor> files) {
        this.files = files;
    }

    /** How bytes become a text. */
    @FunctionalInterface
    private interface Reading {
        String text(byte[] content);
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Object open(Call call, Shown shown) {
        call.grants(PackGrants::files, "files");
        return new Given()
                .put("get", (ProxyExecutable) given -> shown.of(described(call, id("get", given))))
                .put("text", content(call, "text", bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .put(
                        "base64",
                        content(call, "base64", bytes -> Base64.getEncoder().encodeToString(bytes)))
                .put("create", (ProxyExecutable) given -> create(call, new Arguments("ctx.files.create", given)))
                .frozen();
    }

    private ProxyExecutable content(Call call, String name, Reading reading) {
        return given -> {
            UUID id = id(name, given);
            if (described(call, id).path("size").asLong() > MOST) {
                throw new ScriptFault("The file is larger than " + MOST + " bytes");
            }
            return call.tape()
                    .pass(
                            "files." + name,
                            () -> TextNode.valueOf(reading.text(files.get().content(call.scene(), id))))
                    .textValue();
        };
    }

    private JsonNode described(Call call, UUID id) {
        call.use(Budget.Part.SQL, 1);
        return call.tape().pass("files.get", () -> {
            FileDoor.Held file = files.get().one(call.scene(), id);
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("id", file.id().toString())
                    .put("name", file.name())
                    .put("mediaType", file.mediaType())
                    .put("size", file.size());
        });
    }

    private String create(Call call, Arguments arguments) {
        ObjectNode file = arguments.object(0, "{ name, text }, { name, json } or { name, base64 }");
        byte[] content = content(file);
        if (content.length > MOST) {
            throw new ScriptFault("The file is larger than " + MOST + " bytes");
        }
        call.use(Budget.Part.SQL, 1);
        return call.tape()
                .pass(
                        "files.create",
                        () -> TextNode.valueOf(files.get()
                                .create(call.scene(), file.path("name").asText(), content)
                                .toString()))
                .textValue();
    }

    private static byte[] content(ObjectNode file) {
        try {
            if (file.has("base64")) {
                return Base64.getMimeDecoder().decode(file.path("base64").asText());
            }
        } catch (IllegalArgumentException none) {
            throw new ScriptFault("Not in Base64: " + none.getMessage());
        }
        String text = file.has("json")
                ? file.path("json").toString()
                : file.path("text").asText();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static UUID id(String name, Value... given) {
        return new Arguments("ctx.files." + name, given).id(0);
    }
}
