package io.armature.engine.query.request

import spock.lang.Specification

class GenerationCacheSpec extends Specification {
    int made = 0

    private String get(GenerationCache<String, String> cache, String key) {
        cache.get(key) { made++; key.toUpperCase() }
    }

    def 'a value is made once while it is in use, and again when it was forgotten'() {
        given:
        def cache = new GenerationCache<String, String>(2)

        expect:
        get(cache, 'a') == 'A'
        get(cache, 'a') == 'A'
        made == 1

        when: 'others come, between which it is asked for'
        ['b', 'c', 'a', 'd', 'a'].each { get(cache, it) }

        then:
        made == 4

        when: 'others come, between which it is not'
        ['e', 'f', 'g', 'h', 'i'].each { get(cache, it) }
        get(cache, 'a')

        then:
        made == 10
    }

    def 'what is said once is not kept; what is said again is'() {
        given:
        def cache = new GenerationCache<String, String>(2, new SeenBefore<String>())

        when:
        3.times { get(cache, 'often') }

        then: 'made when it came first, and when it came again'
        made == 2

        when: 'a thousand come once each'
        1000.times { get(cache, "once $it") }
        made = 0
        get(cache, 'often')

        then: 'and have pushed nothing out'
        made == 0
    }

    def 'two who make a value at the same time get the same one'() {
        given:
        def cache = new GenerationCache<String, Object>(2)
        Object inner = null

        when:
        def outer = cache.get('a') {
            inner = cache.get('a') { new Object() }
            new Object()
        }

        then:
        outer.is(inner)
        cache.get('a') { new Object() }.is(inner)
    }
}
