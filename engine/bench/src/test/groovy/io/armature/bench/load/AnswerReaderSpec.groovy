package io.armature.bench.load

import java.nio.ByteBuffer
import spock.lang.Specification

class AnswerReaderSpec extends Specification {
    def 'finds the end of an answer #how, in pieces of #size bytes'() {
        given:
        def reader = new AnswerReader()
        byte[] bytes = ("HTTP/1.1 $status\r\n$headers\r\n$body").bytes
        def pieces = bytes.toList().collate(size).collect { it as byte[] }

        expect: 'twice on the same connection'
        2.times {
            assert pieces.init().every { !reader.complete(ByteBuffer.wrap(it)) }
            assert reader.complete(ByteBuffer.wrap(pieces.last()))
            assert reader.status() == status[0..2] as int
        }

        where:
        [how, status, headers, body, size] << [
            ['with a length', '200 OK', 'Content-Length: 5\r\n', 'hello'],
            ['without a body', '204 No Content', 'X-Some: thing\r\n', ''],
            ['with an empty body', '201 Created', 'content-length: 0\r\n', ''],
            ['in chunks', '200 OK', 'Transfer-Encoding: chunked\r\n', '5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n'],
            ['that is an error', '404 Not Found', 'A: b\r\nContent-Length: 2\r\n', '{}'],
        ].collectMany { answer -> [1, 7, 1000].collect { answer + it } }
    }

    def 'leaves what belongs to the next answer'() {
        given:
        def bytes = ByteBuffer.wrap('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP'.bytes)

        expect:
        new AnswerReader().complete(bytes)
        bytes.remaining() == 4
    }
}
