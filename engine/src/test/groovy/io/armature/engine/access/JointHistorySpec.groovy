package io.armature.engine.access

import groovy.sql.Sql
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.testing.Database
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The history of a record that is two things at once tells each reader of what he may read it as. */
class JointHistorySpec extends Specification {
    @Shared @AutoCleanup TestServer server = new TestServer(Database.fresh(), [SalesPack.folder([
        'entities/party.yaml' : 'label: name\nfields:\n  name: { type: text }\n',
        'entities/buyer.yaml' : 'extends: sales.party\nfields:\n  credit: { type: integer }\n  phone: { type: text }\n',
        'entities/seller.yaml': 'extends: sales.party\nfields:\n  bank: { type: text }\n',
        'roles/buyers.yaml'   : 'title: Buyers\ngrants:\n  buyer: { read: true, hidden: [credit] }\n',
        'roles/sellers.yaml'  : 'title: Sellers\ngrants:\n  seller: { read: "bank != \'closed\'" }\n',
        'roles/open.yaml'     : 'title: Open\ngrants:\n  buyer: { read: true }\n  seller: { read: true }\n',
    ]).toString()])
    @Shared Caller admin = server.administrator
    @Shared String id

    def setupSpec() {
        id = admin.post('/api/sales/buyer', [name: 'Bea', credit: 99, phone: '1']).json.id
        assert admin.post('/api/sales/seller', [id: id, name: 'Bea', bank: 'B1']).status == 201
        assert admin.patch("/api/sales/seller/$id", [bank: 'B2', name: 'Beatrix']).status == 200
        new Sql(server.database).execute('''insert into tenant_main."sys$audit" (id, at, entity, record, version, action, changes)
            values (gen_random_uuid(), now(), 'sales.buyer', ?::uuid, 9, 'update', '{"former": ["was", "gone"]}')''', [id])
    }

    def 'whoever has the roles #roles is told of #fields in the history of the #kind'() {
        given:
        def name = "u${roles.join('').hashCode()}${kind}".toString()
        admin.post('/api/auth/users', [username: name, password: 'a long enough secret 17', roles: roles])
        def who = server.caller.withToken(server.caller.post('/api/auth/login', [username: name, password: 'a long enough secret 17']).json.accessToken as String)

        when:
        def told = who.get("/api/sales/$kind/$id/history").json.data*.changes.flatten()*.field as Set

        then:
        told - ['owner'] == fields as Set

        where:
        roles                              | kind     || fields
        ['sales.buyers']                   | 'buyer'  || ['name', 'phone']
        ['sales.sellers']                  | 'seller' || ['name', 'bank']
        ['sales.buyers', 'sales.sellers']  | 'buyer'  || ['name', 'phone', 'bank']
        ['sales.buyers', 'sales.sellers']  | 'seller' || ['name', 'phone', 'bank']
        ['sales.open']                     | 'buyer'  || ['name', 'phone', 'credit', 'bank', 'former']
        ['administrator']                  | 'buyer'  || ['name', 'phone', 'credit', 'bank', 'former']
    }

    def 'as a seller whose account is closed he is told of no account'() {
        given:
        admin.post('/api/auth/users', [username: 'both', password: 'a long enough secret 17', roles: ['sales.buyers', 'sales.sellers']])
        def who = server.caller.withToken(server.caller.post('/api/auth/login', [username: 'both', password: 'a long enough secret 17']).json.accessToken as String)

        when:
        assert admin.patch("/api/sales/seller/$id", [bank: 'closed']).status == 200

        then:
        !who.get("/api/sales/buyer/$id/history").text.contains('B2')
        admin.get("/api/sales/buyer/$id/history").text.contains('B2')
    }
}
