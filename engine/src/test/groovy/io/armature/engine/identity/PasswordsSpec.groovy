package io.armature.engine.identity

import spock.lang.Specification

class PasswordsSpec extends Specification {
    def 'a password is compared with what was kept of it'() {
        given:
        def passwords = new Passwords()
        def kept = passwords.hash('a long enough one')

        expect:
        passwords.matches('a long enough one', Optional.of(kept))
        !passwords.matches('another one', Optional.of(kept))
        !passwords.matches('a long enough one', Optional.empty())
        passwords.hash('a long enough one') != kept
    }
}
