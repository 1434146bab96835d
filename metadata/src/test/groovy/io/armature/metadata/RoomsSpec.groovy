package io.armature.metadata

import io.armature.testing.RoomsContract

class RoomsSpec extends RoomsContract {
    final String root() { 'io.armature.metadata' }

    final List<String> order() {
        ['problem', 'definition', 'type', 'read', 'expression', 'model', 'check', 'diff', 'archive', 'foreign']
    }
}
