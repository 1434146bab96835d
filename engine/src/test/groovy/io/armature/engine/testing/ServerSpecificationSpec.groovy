package io.armature.engine.testing

import io.micronaut.context.annotation.Requires
import io.micronaut.http.HttpStatus
import io.micronaut.http.annotation.Body
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Header
import io.micronaut.http.annotation.Post
import io.micronaut.http.exceptions.HttpStatusException
import io.micronaut.security.annotation.Secured

class ServerSpecificationSpec extends ServerSpecification {
    def 'an answer carries status, headers and JSON'() {
        when:
        def answer = caller.with('X-Name': 'Ada').post('/echo', [amount: 12.50])

        then:
        with(answer) {
            status == 200
            header('Content-Type') == 'application/json'
            json == [name: 'Ada', amount: 12.50]
        }
    }

    def 'an error is an answer'() {
        expect:
        caller.with('X-Name': 'nobody').post('/echo').status == 422
    }

    @Requires(property = 'spec.name', value = 'ServerSpecificationSpec')
    @Controller('/echo')
    @Secured('isAnonymous()')
    static class EchoController {
        @Post
        Map<String, Object> echo(@Header('X-Name') String name, @Body Map<String, Object> body) {
            if (name == 'nobody') {
                throw new HttpStatusException(HttpStatus.UNPROCESSABLE_ENTITY, 'nobody')
            }
            [name: name] + body
        }
    }
}
