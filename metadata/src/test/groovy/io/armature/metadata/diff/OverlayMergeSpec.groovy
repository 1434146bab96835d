package io.armature.metadata.diff

import io.armature.metadata.read.DefinitionWriter
import io.armature.metadata.read.PackReader
import spock.lang.Specification

class OverlayMergeSpec extends Specification {

    def '#what'() {
        given:
        def overlay = read('extensions/item.yaml', "extend: shop.item\n$override")

        when:
        def result = OverlayMerge.merge(overlay, item('{ type: text, title: Name, max: 20 }'), after, [:])

        then:
        DefinitionWriter.yaml(result.tree()) == "extend: shop.item\n$merged"
        result.conflicts()*.path() == conflicts

        where:
        what                                                | override                                                            | after                                                                        || merged                                                                         | conflicts
        'an unchanged property keeps its override'          | 'override:\n  name: { title: Ours }\nbase:\n  name: { title: Name }\n' | item('{ type: text, title: Name, max: 30 }')                                 || 'override:\n  name: { title: Ours }\nbase:\n  name: { title: Name }\n'              | []
        'an override without recorded base uses the old one' | 'override:\n  name: { title: Ours }\n'                               | item('{ type: text, title: Name, max: 30 }')                                 || 'override:\n  name: { title: Ours }\nbase:\n  name: { title: Name }\n'              | []
        'what the new version says too is left out'         | 'override:\n  name: { title: Ours }\n'                               | item('{ type: text, title: Ours, max: 20 }')                                 || ''                                                                             | []
        'what both changed is a conflict'                   | 'override:\n  name: { title: Ours }\n'                               | item('{ type: text, title: Theirs, max: 20 }')                               || 'override:\n  name: { title: Ours }\nbase:\n  name: { title: Theirs }\n'            | ['name.title']
        'an override follows a rename'                      | 'override:\n  name: { title: Ours }\n'                               | item('{ type: text, title: Name, renamedFrom: [name] }', 'label')            || 'override:\n  label: { title: Ours }\nbase:\n  label: { title: Name }\n'            | []
        'a field that is gone is a conflict'                | 'override:\n  name: { title: Ours }\n'                               | item('{ type: text }', 'other')                                              || 'override:\n  name: { title: Ours }\nbase:\n  name: {}\n'                           | ['name.title']
    }

    private static item(String field, String name = 'name') {
        read('entities/item.yaml', "fields:\n  $name: $field\n")
    }

    private static read(String path, String text) {
        new PackReader().read(['pack.yaml': 'pack: shop\nversion: 1.0.0\ntitle: Shop\n'.bytes, (path): text.bytes]).definitions().first()
    }
}
