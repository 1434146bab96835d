package io.armature.engine.web

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator
import groovy.sql.Sql
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import java.time.Instant
import javax.crypto.spec.SecretKeySpec
import org.apache.commons.codec.binary.Base32
import spock.lang.Shared

/** A server, people who sign in, and what they do for it. */
abstract class SigningInSpecification extends ServerSpecification {
    static final String PASSWORD = 'a long enough one'
    @Shared Sql sql = new Sql(database)

    def setupSpec() {
        def digest = administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', ShopPack.archive(1)).json.digest
        assert administrator.post('/api/packs/install', [packs: [digest]]).status == 200
    }

    def cleanup() {
        sql.execute('delete from tenant_main."sys$attempt"')
    }

    void user(String name, Map more = [:]) {
        assert administrator.post('/api/sys/user', [username: name, name: name, password: PASSWORD] + more).status == 201
    }

    Answer login(String name, String password = PASSWORD, Map more = [:]) {
        caller.post('/api/auth/login', [username: name, password: password] + more)
    }

    Caller signedIn(String name, Map more = [:]) {
        def answer = login(name, PASSWORD, more)
        assert answer.status == 200
        caller.withToken(answer.json.accessToken as String)
    }

    int me(Caller who) {
        who.get('/api/auth/me').status
    }

    List<Map> trail(String action) {
        sql.rows('select * from tenant_main."sys$audit" where action = ? order by at', [action]) as List<Map>
    }

    static String code(String secret, int steps = 0) {
        new TimeBasedOneTimePasswordGenerator()
            .generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(secret), 'HmacSHA1'), Instant.now().plusSeconds(30 * steps))
    }

    String enrol(Caller who) {
        def secret = who.post('/api/auth/otp').json.secret as String
        def answer = who.post('/api/auth/otp/confirm', [otp: code(secret, -1)])
        assert answer.status == 200
        secret
    }
}
