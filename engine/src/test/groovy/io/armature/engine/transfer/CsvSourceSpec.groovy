package io.armature.engine.transfer

import spock.lang.Specification

/** Tables that somebody made to take the memory of all. */
class CsvSourceSpec extends Specification {
    /** Never ends, and is never in memory. */
    private static InputStream without(String end) {
        def bytes = end.bytes
        int at = 0
        new InputStream() {
            @Override
            int read() {
                bytes[at++ % bytes.length]
            }
        }
    }

    def 'a line #what is not read to its end'() {
        when:
        new CsvSource(new BufferedInputStream(without(line)), null)

        then:
        def refused = thrown(IOException)
        refused.message.startsWith('A ')

        where:
        what                | line
        'of endless cells'  | 'a,'
        'of empty cells'    | ','
        'of one long cell'  | 'a'
        'of one in quotes'  | '"",""'
        'of long cells'     | 'a' * 900_000 + ','
    }
}
