package io.armature.engine.web

import com.sun.management.OperatingSystemMXBean
import io.armature.engine.testing.TestServer
import java.lang.management.ManagementFactory
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch

/** What keeps guessers out, and tells them nothing. */
class GuessersSpec extends SigningInSpecification {
    def 'spraying one password over many names is stopped by address, and the wait doubles'() {
        when:
        def answers = (1..40).collect { login("victim$it", 'Summer of love').status }
        def stopped = login('victim99', 'Summer of love')

        then:
        answers == [401] * 40
        stopped.status == 429
        stopped.json.code == 'AR-112'
        (stopped.header('Retry-After') as int) in 1..5

        when: 'the wait is over and the next one fails'
        sql.execute('update tenant_main."sys$attempt" set blocked_until = now()')
        login('victim100', 'Summer of love')

        then:
        (login('victim101', 'Summer of love').header('Retry-After') as int) in 6..10

        and: 'not even the right password is looked at'
        login('admin', TestServer.PASSWORD).status == 429
    }

    def 'all nodes count together'() {
        given:
        user('gus')
        def second = new TestServer(server.database)
        def nodes = [caller, second.caller]

        expect:
        (0..9).collect { nodes[it % 2].post('/api/auth/login', [username: 'gus', password: 'guess']).status } == [401] * 10
        nodes*.post('/api/auth/login', [username: 'gus', password: PASSWORD])*.status == [429, 429]

        cleanup:
        second.close()
    }

    def 'no answer and no time tells #what from a wrong password'() {
        given:
        if (more != null) {
            user(name, more)
        }
        def body = { String text -> text.replaceAll(/"(detail|hint)":"[^"]*"/, '') }
        // The work of this process, whatever else the machine is doing.
        def system = ManagementFactory.operatingSystemMXBean as OperatingSystemMXBean
        def time = { String who -> def start = system.processCpuTime; login(who, 'wrong horse'); system.processCpuTime - start }
        (1..2).each { time('admin'); time(name) }

        when:
        def here = login(name, 'wrong horse')
        def there = login('admin', 'wrong horse')
        def ratio = (1..4).collect { time(name) }.min() / (1..4).collect { time('admin') }.min()

        then:
        here.status == there.status
        here.text == there.text
        ratio > 0.5 && ratio < 2

        where:
        what                | name      | more
        'an unknown name'   | 'nobody'  | null
        'a resting user'    | 'resting' | [active: false]
        'one without'       | 'without' | [password: null]
    }

    def 'a program that goes on with an old password makes nobody else at its address wait'() {
        given:
        user('olga')

        expect:
        (1..60).collect { login('robot', 'the old one').status }.toSet() == [401, 429] as Set
        login('olga').status == 200
    }

    def 'who comes with a browser that he has used before does not wait for others\' guesses'() {
        given:
        user('owen')
        def mark = login('owen').headers('Set-Cookie').find { it.startsWith('armature_device=') }.tokenize(';').first()
        def known = { String name, String password -> caller.with(Cookie: mark).post('/api/auth/login', [username: name, password: password]).status }
        (1..12).each { login('owen', 'a guess') }
        (1..45).each { login("owen$it", 'a guess') }

        expect:
        login('owen').status == 429
        known('owen', PASSWORD) == 200
        known('OWEN', PASSWORD) == 200

        and: 'the mark is good for nobody else, and not for guessing without end'
        known('olga', PASSWORD) == 429
        caller.with(Cookie: mark.replace('=', '=A')).post('/api/auth/login', [username: 'owen', password: PASSWORD]).status == 429
        (1..11).collect { known('owen', 'a guess') } == [401] * 10 + [429]
    }

    def 'many guesses at once are told no more than as many in a row'() {
        given:
        user('otto')
        def everybody = new CountDownLatch(1)

        when:
        def guesses = (1..60).collect { guess ->
            CompletableFuture.supplyAsync({ everybody.await(); login('otto', "guess $guess").status }, Thread::startVirtualThread)
        }
        everybody.countDown()
        def answers = guesses*.get()

        then:
        answers.toSet() == [401, 429] as Set
        answers.count(401) in 10..15 // a wait of five seconds may end meanwhile
        login('otto').status == 429
    }

    def 'a name is the same however it is spelled: #spelling'() {
        given:
        caller.post('/api/auth/login', [username: 'wilma', password: PASSWORD]).status == 200 || user('wilma')
        def spelled = spelling.replaceAll(/<(\w+)>/) { Character.toString(Integer.parseInt(it[1], 16)) }

        when:
        (1..10).each { login('wilma', 'a guess') }

        then:
        login(spelled).status == 429

        where:
        spelling << ['WILMA', 'wil<0>ma', 'W<130>LMA', 'w<131>lma', ' wilma', 'wilma  ', 'wil<200b>ma', 'wil<ad>ma', '<ff57>ilma', 'wilm<ff21>']
    }
}
