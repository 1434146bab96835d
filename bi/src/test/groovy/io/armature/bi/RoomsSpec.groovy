package io.armature.bi

import io.armature.testing.RoomsContract

class RoomsSpec extends RoomsContract {
    final String root() { 'io.armature.bi' }

    final List<String> order() { ['star', 'extract'] }
}
