package io.armature.testing

import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** What holds of the packages and sources of every module. Each module's RoomsSpec names its rooms. */
abstract class RoomsContract extends Specification {
    @Shared Sources sources = new Sources(Path.of('src/main/java'))
    @Shared Rooms rooms = new Rooms(root(), order())

    /** The module's package. */
    abstract String root()

    /** The module's rooms, lowest first. */
    abstract List<String> order()

    def 'room #room uses only rooms to its left'() {
        expect:
        rooms.wrongUses(room).empty

        where:
        room << order()
    }

    def 'every class lives in a room'() {
        expect:
        rooms.homeless().empty
    }

    def 'every room is there, and the code map of the README names them in their order'() {
        expect:
        empty == []
        told == order()

        where:
        empty = rooms.empty()
        told = mapped() ? CodeMap.rooms(root().tokenize('.').last()) : order()
    }

    /** Whether the README tells of the module. */
    boolean mapped() {
        true
    }

    def 'no packages use each other in a circle'() {
        when:
        rooms.checkCircles()

        then:
        noExceptionThrown()
    }

    def 'every package says what it is for and is null-marked'() {
        expect:
        sources.unmarked().empty
    }

    def 'classes, methods and constructors stay small'() {
        expect:
        sources.oversized().empty
    }
}
