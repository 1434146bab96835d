package io.armature.engine.access

import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.testing.Database
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** A node with the pack {@link SalesPack}, and people with roles. */
abstract class AccessSpecification extends Specification {
    static final String PASSWORD = 'a long enough secret 17'

    @Shared Path folder = SalesPack.folder()
    @Shared @AutoCleanup TestServer server = new TestServer(Database.fresh(), [folder.toString()])
    @Shared Caller admin = server.administrator
    @Shared Map<String, Caller> people = [:]
    @Shared Map<String, String> ids = [:]

    /** Somebody with these roles, made when first asked for. */
    Caller user(String name, List<String> roles = []) {
        if (!people[name]) {
            ids[name] = admin.post('/api/auth/users', [username: name, password: PASSWORD, roles: roles]).json['id'] as String
            def signedIn = server.caller.post('/api/auth/login', [username: name, password: PASSWORD])
            people[name] = server.caller.withToken(signedIn.json['accessToken'] as String)
        }
        people[name]
    }

    String make(String entity, Map values, Caller who = admin) {
        Answer made = who.post("/api/sales/$entity", values)
        assert made.status == 201
        made.json['id']
    }

    static List names(Answer answer) {
        assert answer.status == 200
        (answer.json['data'] as List)*.name
    }

    static String code(Answer answer) {
        "$answer.status ${answer.json['code']}"
    }
}
