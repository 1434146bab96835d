package io.armature.engine.file;

import io.armature.engine.script.FileDoor;
import io.armature.engine.script.Scene;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;

/** Lets functions of packs read and make files, as their callers may. Safe for many threads. */
public final class ScriptFiles implements FileDoor {

    private final StoredFiles files;

    public ScriptFiles(StoredFiles files) {
        this.files = files;
    }

    @Override
    public Held one(Scene scene, UUID id) {
        StoredFile file = files.require(scene.context(), id);
        return new Held(file.id(), file.name(), file.mediaType(), file.size());
    }

    @Override
    public byte[] content(Scene scene, UUID id) {
        StoredFile file = files.require(scene.context(), id);
        try (InputStream content = files.open(scene.context(), file.digest(), 0, file.size())) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public UUID create(Scene scene, String name, byte[] content) {
        return files.add(scene.context(), name, new ByteArrayInputStream(content), Optional.empty())
                .id();
    }
}
