package io.armature.metadata.type

import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.JsonNodeFactory
import io.armature.metadata.definition.FieldDefinition
import io.armature.metadata.definition.Node
import io.armature.metadata.definition.Origin
import io.armature.metadata.problem.Position
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime

/** Values of every field type, good and bad, as JSON. */
class FieldTypeExamples {
    static final String ID = '01890a5d-ac96-774b-bcce-b302099a8057'
    static final UUID UID = UUID.fromString(ID)
    static final String LINK = '"' + ID + '"'
    static final String ANY_LINK = '{"entity": "sales.order", "id": ' + LINK + '}'
    static final String HALF = '"\\ud83d"'
    static final String ZERO = '"a\\u0000b"'

    static final List<String> WRONG_FOR_ALL = ['{}', '[[]]', '[{"a": 1}, 2]']
    static final List<String> ACCEPTS_ANYTHING = ['json']
    static final Map<String, List<String>> EXCEPT = [:]

    static final Map<String, List<List>> GOOD = [
        text     : [['"Ada"', 'Ada'], ['""', ''], ['"No"', 'No']],
        longText : [['"a\\nb"', 'a\nb']],
        markdown : [['"**a**"', '**a**']],
        html     : [['"<p>a</p>"', '<p>a</p>']],
        code     : [['"x = 1"', 'x = 1']],
        integer  : [['12', 12L], ['"12"', 12L], ['12.0', 12L], ['-9223372036854775808', Long.MIN_VALUE]],
        decimal  : [['0.1', 0.1G], ['"0.10"', 0.10G], ['1e3', 1000G], ['0', 0G]],
        money    : [['19.99', 19.99G]],
        percent  : [['12.5', 12.5G]],
        boolean  : [['true', true], ['"false"', false]],
        date     : [['"2026-01-31"', LocalDate.of(2026, 1, 31)], ['"2024-02-29"', LocalDate.of(2024, 2, 29)]],
        time     : [['"13:45"', LocalTime.of(13, 45)], ['"13:45:00.1234567"', LocalTime.parse('13:45:00.123456')]],
        dateTime : [['"2026-01-31T13:45:00+02:00"', Instant.parse('2026-01-31T11:45:00Z')],
                    ['"2026-01-31T13:45:00.1234567Z"', Instant.parse('2026-01-31T13:45:00.123456Z')]],
        duration : [['"PT72H"', Duration.ofHours(72)], ['"P3D"', Duration.ofDays(3)], ['"-PT1S"', Duration.ofSeconds(-1)]],
        email    : [['"ada@example.org"', 'ada@example.org'], ['""', '']],
        phone    : [['"+33 1 23 45 67 89"', '+33 1 23 45 67 89']],
        url      : [['"https://example.org/a?b=c"', 'https://example.org/a?b=c'], ['"mailto:a@b.c"', 'mailto:a@b.c']],
        color    : [['"#1e90ff"', '#1e90ff'], ['"#fff"', '#fff']],
        rating   : [['5', 5L], ['0', 0L]],
        choice   : [['"lead"', 'lead']],
        choices  : [['["b", "a", "b"]', ['b', 'a']], ['[]', []]],
        link     : [[LINK, UID]],
        links    : [["[$LINK, $LINK]" as String, [UID]]],
        linkAny  : [[ANY_LINK, new AnyLink('sales.order', UID)]],
        lines    : [['[]', []]],
        lookup   : [],
        formula  : [],
        file     : [[LINK, UID]],
        files    : [["[$LINK]" as String, [UID]]],
        image    : [[LINK, UID]],
        signature: [[LINK, UID]],
        barcode  : [['"4006381333931"', '4006381333931']],
        geo      : [['{"lat": 48.8, "lon": 2.3}', json('{"lat": 48.8, "lon": 2.3}')],
                    ['{"type": "Point", "coordinates": [2.3, 48.8]}', json('{"type": "Point", "coordinates": [2.3, 48.8]}')]],
        json     : [['{"a": [1, 2.50]}', json('{"a": [1, 2.50]}')]],
        secret   : [['"x"', 'x']],
        password : [['"x"', 'x']],
        user     : [[LINK, UID]],
    ]

    static final Map<String, List<String>> BAD = [
        text    : ['1', 'true', ZERO, HALF, '"' + 'a' * 4001 + '"'],
        longText: [ZERO, '"' + 'a' * 1_000_001 + '"'],
        integer : ['1.5', '"1.5"', '""', '"abc"', '9223372036854775808', '1e999999999', '"1e999999999"', '"١٢"', '"NaN"'],
        decimal : ['"1,5"', '""', '"NaN"', '"Infinity"', '1e101', '"1e-101"', '"' + '9' * 300 + '"', 'true'],
        money   : ['"12 EUR"'],
        boolean : ['"yes"', '1', '""', '"TRUE"'],
        date    : ['"2026-02-29"', '"31/01/2026"', '""', '20260131', '"+12026-01-01"', '"0000-01-01"', '"2026-1-1"'],
        time    : ['"25:00"', '"13h45"', '""'],
        dateTime: ['"2026-01-31T13:45:00"', '"2026-01-31"', '""', '"+999999999-01-01T00:00:00Z"', '1700000000'],
        duration: ['"3 days"', '"P1M"', '"PT9223372036854775807S"', '""', '"P99999999999D"'],
        email   : ['"ada"', '"ada@"', '"@example.org"', '"a b@example.org"', '"ada@example..org"', '"a@b@c.org"', ZERO],
        phone   : ['"call me"', '"12"', '"<script>123</script>"'],
        url     : ['"javascript:alert(1)"', '"example.org"', '"https:"', '"http://[bad"', '"data:text/html,x"'],
        color   : ['"red"', '"#12"', '"#gggggg"'],
        rating  : ['6', '-1', '2.5'],
        choice  : ['1', ZERO],
        choices : ['"a"', '[1]', '[null]'],
        link    : ['"1"', '12', '"zzzzzzzz-ac96-774b-bcce-b302099a8057"', ZERO],
        links   : [LINK, '["x"]'],
        linkAny : [LINK, '{"entity": "a.b"}', '{"id": ' + LINK + '}'],
        lines   : ['[1]', '"x"'],
        lookup  : ['1'],
        formula : ['1'],
        geo     : ['{"lat": 91, "lon": 0}', '{"lat": "1", "lon": 2}', '{"type": "Circle", "coordinates": []}'],
        json    : [ZERO, '{"a\\u0000": 1}', '[1e999999999]', HALF],
        user    : ['"admin"'],
        file    : ['"x.pdf"'],
    ]

    static JsonNode json(String text) {
        new ObjectMapper()
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).readTree(text)
    }

    static FieldDefinition field(String type, Map<String, Object> properties = [:]) {
        def nodes = new LinkedHashMap<String, Node>()
        properties.each { key, value -> nodes[key] = node(value) }
        new FieldDefinition('x', type, nodes, Origin.ENGINE, [:])
    }

    static Node node(Object value) {
        if (value instanceof Map) {
            def entries = new LinkedHashMap<String, Node>()
            value.each { key, item -> entries[key as String] = node(item) }
            return Node.MapNode.of(entries)
        }
        if (value instanceof List) {
            return new Node.ListNode(Position.NONE, value.collect { node(it) })
        }
        if (value instanceof Boolean) {
            return new Node.FlagNode(Position.NONE, value)
        }
        value instanceof Number
            ? new Node.NumberNode(Position.NONE, new BigDecimal(value.toString()))
            : new Node.TextNode(Position.NONE, value as String)
    }
}
