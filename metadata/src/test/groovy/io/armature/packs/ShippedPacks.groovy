package io.armature.packs

import groovy.transform.CompileStatic
import io.armature.metadata.model.Model
import io.armature.metadata.model.ModelCompilation
import io.armature.metadata.model.ModelCompiler
import io.armature.metadata.model.ModelSources
import io.armature.metadata.read.PackReader
import io.armature.metadata.read.PackSource
import java.nio.file.Path

/** The packs that ship, from the folders they are written in. */
@CompileStatic
final class ShippedPacks {
    private static final Map<String, Path> FOLDERS = [
        sys : Path.of('../engine/src/main/resources/packs/sys'),
        core: Path.of('../module-packs/core'),
        crm : Path.of('../module-packs/crm'),
        lms : Path.of('../module-packs/lms'),
    ]

    /** In the order of their dependencies. */
    static final List<String> NAMES = FOLDERS.keySet() as List

    private ShippedPacks() {
    }

    static Map<String, PackSource> read() {
        FOLDERS.collectEntries { String name, Path folder -> [name, new PackReader().read(folder)] }
    }

    static ModelCompilation compile() {
        ModelCompiler.compile(read().values().collect { PackSource it -> ModelSources.of(it) })
    }

    static Model model() {
        def compilation = compile()
        assert !compilation.hasErrors()
        compilation.model()
    }
}
