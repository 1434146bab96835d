package io.armature.engine.workflow

import groovy.sql.Sql
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.testing.Database
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** A node with the pack {@link OrderPack}, and people with roles. */
abstract class WorkflowSpecification extends Specification {
    static final String PASSWORD = 'a long enough secret 17'

    @Shared @AutoCleanup TestServer server = new TestServer(Database.fresh(), [OrderPack.folder(more()).toString()])
    @Shared Caller admin = server.administrator
    @Shared Map<String, Caller> people = [:]
    @Shared Map<String, String> ids = [:]
    @Shared Sql sql = new Sql(server.database)

    /** Of the main tenant. */
    @Shared String schema = server.bean(Tenants).named('main').get().schema()

    /** Further files of the pack. */
    Map<String, String> more() { [:] }

    /** Somebody with these roles, made when first asked for. */
    Caller user(String name, String... roles) {
        if (!people[name]) {
            ids[name] = admin.post('/api/auth/users', [username: name, password: PASSWORD, roles: roles as List]).json['id'] as String
            def signedIn = server.caller.post('/api/auth/login', [username: name, password: PASSWORD])
            people[name] = server.caller.withToken(signedIn.json['accessToken'] as String)
        }
        people[name]
    }

    Caller getClerk() { user('clerk', 'trade.clerk') }

    Caller getChief() { user('chief', 'trade.chief') }

    /** The address of a new order with one line. */
    String order(Caller who = clerk, Map values = [:]) {
        made(who.post('/api/trade/order', [name: 'Tea', price: 10, lines: [[name: 'Leaves', amount: 10]]] + values))
    }

    static String made(Answer answer) {
        assert answer.status == 201
        answer.header('Location')
    }

    /** Takes transitions in a row, each of which must succeed. */
    static void take(Caller who, String place, String... transitions) {
        transitions.each {
            def answer = who.post("$place/transitions/$it", [:])
            assert answer.status == 200
        }
    }

    static String code(Answer answer) {
        "$answer.status ${answer.json['code']}"
    }

    static String id(String place) {
        place.substring(place.lastIndexOf('/') + 1)
    }
}
