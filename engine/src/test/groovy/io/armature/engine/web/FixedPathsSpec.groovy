package io.armature.engine.web

import io.armature.engine.testing.ServerSpecification
import io.armature.metadata.definition.FixedPaths
import io.micronaut.web.router.Router

class FixedPathsSpec extends ServerSpecification {
    def 'every address of the engine is reserved, so that no pack takes it and no scope of records reaches it'() {
        given:
        def firsts = bean(Router).uriRoutes().toList()*.uriMatchTemplate*.toString()
            .findAll { it.startsWith('/api/') }
            .collect { it.split('/')[2] }
            .findAll { !it.startsWith('{') } as Set

        expect:
        firsts.containsAll(['auth', 'audit'])
        firsts - FixedPaths.ALL - 'sys' == [] as Set // the built-in pack, whose name no other has
    }
}
