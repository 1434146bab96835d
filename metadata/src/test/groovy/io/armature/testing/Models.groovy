package io.armature.testing

import groovy.transform.CompileStatic
import io.armature.metadata.model.Model
import io.armature.metadata.model.ModelCompilation
import io.armature.metadata.model.ModelCompiler
import io.armature.metadata.model.ModelSources
import io.armature.metadata.read.PackReader
import io.armature.metadata.read.PackSource

/** Models out of files written in a spec: path inside the pack, and text. */
@CompileStatic
final class Models {
    private Models() {}

    /** The model of one pack; fails with every problem when something is wrong. */
    static Model of(String pack, Map<String, String> files) {
        of([(pack): files])
    }

    /** The model of several packs, in the order given. */
    static Model of(Map<String, Map<String, String>> packs) {
        ModelCompilation compilation = compile(packs)
        assert compilation.problems().findAll { it.error } == []
        compilation.model()
    }

    /** Whatever becomes of them. */
    static ModelCompilation compile(Map<String, Map<String, String>> packs) {
        List<PackSource> sources = packs.collect { String pack, Map<String, String> files -> read(pack, files) }
        assert sources*.problems().flatten().findAll { it['error'] } == []
        ModelCompiler.compile(sources.collect { ModelSources.of(it) })
    }

    /** A pack's files as the reader sees them; a manifest is supplied when none is given. */
    static PackSource read(String pack, Map<String, String> files) {
        Map<String, String> all = ['pack.yaml': "pack: $pack\nversion: 1.0.0\ntitle: ${pack.capitalize()}\nengine: \">=0.1\"\n" as String]
        all.putAll(files)
        new PackReader().read(all.collectEntries { String path, String text -> [(path): text.getBytes('UTF-8')] } as Map<String, byte[]>)
    }
}
