package io.armature.bench

import io.armature.testing.RoomsContract

class RoomsSpec extends RoomsContract {
    final String root() { 'io.armature.bench' }

    final List<String> order() { ['floor', 'load', 'data', 'service', 'operation', 'run'] }

    @Override
    boolean mapped() {
        false
    }
}
