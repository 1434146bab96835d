package io.armature.engine.testing

import groovy.transform.CompileStatic
import io.armature.metadata.archive.ArchiveWriter

/** A small pack that grows a field with every version. */
@CompileStatic
final class ShopPack {
    private ShopPack() {}

    /** The files of version 1.{@code minor}.0: an article with {@code minor} extra fields. */
    static Map<String, byte[]> files(int minor, Map<String, String> more = [:]) {
        String extra = (0..<minor).collect { "  extra_$it: { type: text, default: '\"x\"' }\n" }.join('')
        def files = [
            'pack.yaml'            : "pack: shop\nversion: 1.${minor}.0\ntitle: Shop\nengine: \">=0.1 <1\"\n".toString(),
            'entities/article.yaml': """\
                title: Article
                label: name
                key: [code]
                fields:
                  code: { type: text, required: true, max: 20 }
                  name: { type: text, required: true }
                """.stripIndent() + extra,
        ] + more
        files.collectEntries { path, text -> [path, text.getBytes('UTF-8')] } as Map<String, byte[]>
    }

    static byte[] archive(int minor, Map<String, String> more = [:]) {
        new ArchiveWriter().write(files(minor, more), Optional.empty())
    }
}
