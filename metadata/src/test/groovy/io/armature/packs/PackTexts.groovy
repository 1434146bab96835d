package io.armature.packs

import groovy.transform.CompileStatic
import io.armature.metadata.definition.Definition
import io.armature.metadata.definition.EntityDefinition
import io.armature.metadata.definition.HookDefinition
import io.armature.metadata.definition.Kind
import io.armature.metadata.definition.Node
import io.armature.metadata.definition.Node.ListNode
import io.armature.metadata.definition.Node.MapNode
import io.armature.metadata.definition.Node.TextNode
import io.armature.metadata.definition.TranslationDefinition
import io.armature.metadata.model.SystemFields
import io.armature.metadata.read.PackSource

/** The English texts of a pack that people see, and what its translations say. */
@CompileStatic
final class PackTexts {
    private static final Set<String> KEYS = ['title', 'plural', 'help', 'message', 'patternMessage', 'placeholder', 'description'] as Set
    private static final Set<Kind> WITHOUT = [Kind.TRANSLATION, Kind.DATA, Kind.TEST] as Set

    /** What the engine itself says of the states of documents, whatever pack they belong to. */
    private static final List<String> DOCUMENT = ['Document state', 'Draft', 'Submitted', 'Cancelled', 'Submit', 'Cancel', 'Amend']

    private PackTexts() {
    }

    static Set<String> english(PackSource pack) {
        Set<String> found = new TreeSet<>()
        collect(pack.manifest().source(), found)
        if (pack.manifest().name() == 'sys') {
            (SystemFields.ALL + ['parent', 'company']).each { found << derived(it) }
            found.addAll(DOCUMENT)
        }
        pack.definitions().findAll { !(it.kind() in WITHOUT) }.each { Definition it -> definition(it, found) }
        found
    }

    static Map<String, String> translated(PackSource pack, String locale) {
        def file = pack.definitions().find { it.kind() == Kind.TRANSLATION && it.name() == locale } as TranslationDefinition
        file.texts()
    }

    private static void definition(Definition definition, Set<String> found) {
        if (definition instanceof HookDefinition) {
            (((HookDefinition) definition).script() =~ /\.t\('([^']+)'/).each { List<String> it -> found << it[1] }
        } else if (definition instanceof EntityDefinition) {
            def entity = (EntityDefinition) definition
            entity.fields().values().findAll { !it.text('title').present }.each { found << derived(it.name()) }
            definition.source().entries().findAll { it.key != 'search' }.each { value(it.key, it.value, found) }
        } else {
            collect(definition.source(), found)
        }
    }

    private static void collect(Node node, Set<String> found) {
        switch (node) {
            case MapNode: ((MapNode) node).entries().each { value(it.key, it.value, found) }; break
            case ListNode: ((ListNode) node).items().each { collect(it, found) }; break
            default: break
        }
    }

    private static void value(String key, Node node, Set<String> found) {
        if (node instanceof TextNode && key in KEYS) {
            found << ((TextNode) node).value()
        } else if (node instanceof MapNode && key == 'options') {
            ((MapNode) node).entries().values().each {
                it instanceof TextNode ? found << ((TextNode) it).value() : collect(it, found)
            }
        } else {
            collect(node, found)
        }
    }

    /** `credit_limit` is called "Credit limit". */
    private static String derived(String name) {
        name.capitalize().replace('_', ' ')
    }
}
