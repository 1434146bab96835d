package io.armature.metadata.expression

import groovy.transform.CompileStatic

/** Texts of well-typed expressions over shop.sample, and values for its fields. */
@CompileStatic
class RandomExpressions {
    private static final Map<String, List<String>> FIELDS = [
        text: ['t', 'u', 'n', 'empty', 'rtl', 'emoji', 'blank', 'special'],
        integer: ['i', 'j', 'ni', 'zero', 'big', 'small'],
        decimal: ['d', 'e', 'nd', 'zerod', 'huge'],
        boolean: ['b', 'c', 'nb', 'no'],
        date: ['day', 'day2', 'nday'],
        dateTime: ['at', 'at2', 'nat'],
        duration: ['len', 'len2', 'nlen'],
        time: ['time', 'ntime'],
        list: ['list', 'none', 'nlist']]

    private static final Map<String, List<String>> LITERALS = [
        text: ["''", "'a'", "'Hello'", "'%'", "'_b'", "'\\\\'", "'é😀'", "'ẞß'", "'  x '", "'10'", "'\\u05d0'", "'ΑΣ'", "','"],
        integer: ['0', '1', '-1', '2', '7', '100', '-13', '4611686018427387904', '9223372036854775807', '-9223372036854775808'],
        decimal: ['0.0', '1.0', '-1.5', '0.125', '2.675', '1e-20', '123456789.987654321', '1e30', '-0.005', '99.995'],
        boolean: ['true', 'false'],
        date: ["date('2026-01-31')", "date('2024-02-29')", "date('0001-01-01')", "date('9999-12-31')", 'today()'],
        dateTime: ["dateTime('2026-03-29T01:30:00Z')", "dateTime('2026-11-01T05:59:59.999999Z')", 'now()', "dateTime('0001-01-02T00:00:00Z')", "dateTime('9999-12-30T23:59:58Z')"],
        duration: ["duration('PT1H')", "duration('-P1D')", "duration('P400D')", "duration('PT0.000001S')", "duration('P3652499D')"],
        time: ["time('00:00')", "time('23:59:59.999999')", "time('08:30')"],
        list: ["['a', 'b']", "[t, u]", "['']"]]

    /** Shapes by the type of their result; a place holds the type it takes. */
    private static final Map<String, List<String>> SHAPES = [
        text: ['({text} + {text})', 'upper({text})', 'lower({text})', 'trim({text})', 'replace({text}, {text}, {text})', 'substring({text}, {integer})', 'substring({text}, {integer}, {integer})', 'join({list}, {text})', 'text({decimal})', 'text({integer})', 'text({boolean})', 'text({date})', 'text({dateTime})', 'text({time})', "format('{#0}-{#1}', {text}, {integer})", 'min({text}, {text})', 'max({text}, {text})', 'coalesce({text}, {text})', '({boolean} ? {text} : {text})'],
        integer: ['({integer} + {integer})', '({integer} - {integer})', '({integer} * {integer})', '({integer} % {integer})', '(-({integer}))', 'abs({integer})', 'int({decimal})', 'size({text})', 'size({list})', 'year({date})', 'month({dateTime})', 'day({date})', 'weekday({dateTime})', 'hour({dateTime})', 'minute({time})', 'daysBetween({date}, {date})', 'min({integer}, {integer})', 'max({integer}, {integer}, {integer})', 'coalesce({integer}, {integer})', '({boolean} ? {integer} : {integer})'],
        decimal: ['({decimal} + {decimal})', '({decimal} - {integer})', '({decimal} * {decimal})', '({decimal} / {decimal})', '({integer} / {integer})', '({decimal} % {decimal})', '(-({decimal}))', 'abs({decimal})', 'round({decimal})', 'round({decimal}, {integer})', 'floor({decimal})', 'ceil({decimal})', 'hours({duration})', 'seconds({duration})', 'min({decimal}, {integer})', 'coalesce({decimal}, {integer})', '({boolean} ? {decimal} : {integer})'],
        boolean: ['({boolean} && {boolean})', '({boolean} || {boolean})', '!({boolean})', '({boolean} == {boolean})', '({boolean} != {boolean})', '({text} == {text})', '({text} != {text})', '({text} < {text})', '({text} >= {text})', '({integer} < {integer})', '({integer} == {integer})', '({integer} == {decimal})', '({decimal} <= {integer})', '({decimal} != {decimal})', '({date} < {date})', '({date} == {date})', '({dateTime} > {dateTime})', '({dateTime} != {dateTime})', '({duration} <= {duration})', '({duration} == {duration})', '({time} < {time})', '({text} in {list})', '({integer} in [{integer}, {integer}])', '({text} in [{text}, null])', 'isSet({text})', 'isSet({integer})', 'isSet({decimal})', 'isSet({list})', 'isSet({date})', '({text} == null)', '({decimal} != null)', 'contains({text}, {text})', '{text}.startsWith({text})', '{text}.endsWith({text})', "{text}.matches('^[a-z]+')", "{text}.matches('(a|.b)*\$')", '({boolean} ? {boolean} : {boolean})', 'coalesce({boolean}, {boolean})'],
        date: ['addDays({date}, {integer})', 'addMonths({date}, {integer})', 'addYears({date}, {integer})', "startOf({date}, 'week')", "startOf({date}, 'quarter')", 'date({dateTime})', '({date} + {duration})', '({date} - {duration})', 'max({date}, {date})', 'coalesce({date}, {date})', '({boolean} ? {date} : {date})'],
        dateTime: ['addDays({dateTime}, {integer})', 'addMonths({dateTime}, {integer})', 'dateTime({date})', "startOf({dateTime}, 'hour')", "startOf({dateTime}, 'day')", "startOf({dateTime}, 'month')", "startOf({dateTime}, 'week')", '({dateTime} + {duration})', '({dateTime} - {duration})', 'min({dateTime}, {dateTime})', '({boolean} ? {dateTime} : {dateTime})'],
        duration: ['({date} - {date})', '({dateTime} - {dateTime})', '({duration} + {duration})', '({duration} - {duration})', '(-{duration})', 'max({duration}, {duration})', '({boolean} ? {duration} : {duration})'],
        time: ['time({dateTime})', 'min({time}, {time})', 'coalesce({time}, {time})'],
        list: ['split({text}, {text})', 'coalesce({list}, {list})', '({boolean} ? {list} : {list})']]

    private final Random random

    RandomExpressions(long seed) {
        random = new Random(seed)
    }

    String text() {
        String type = pick(SHAPES.keySet() as List)
        text(type, 1 + random.nextInt(4))
    }

    String text(String type, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return pick(random.nextInt(3) == 0 ? LITERALS[type] : FIELDS[type])
        }
        pick(SHAPES[type]).replaceAll(/\{([a-zA-Z]+)}/) { List<String> found -> text(found[1], depth - 1) }.replace('{#', '{')
    }

    private <T> T pick(List<T> some) {
        some[random.nextInt(some.size())]
    }

    /** A record of shop.sample as the file writes it, nulls among its values. */
    Map record(int number) {
        Map<String, Object> record = [key: 'r' + number, id: '00000000-0000-7000-8001-' + String.valueOf(number).padLeft(12, '0')] as Map<String, Object>
        FIELDS.each { type, names ->
            names.each { name ->
                if (!name.startsWith('n') || name in ['no', 'none']) {
                    def value = random.nextInt(7) == 0 ? null : value(type)
                    value != null && record.put(name, value)
                }
            }
        }
        record
    }

    private Object value(String type) {
        switch (type) {
            case 'text': return pick(['', 'a', 'Hello', 'ab,c', ' x ', 'É😀', 'ǅž', 'שלום', '%_\\', 'zzz', 'ΣΑΣ', 'a\nb', '\u00a0', 'İi'])
            case 'integer': return pick(['0', '1', '-1', '12', '-7', '9223372036854775807', '-9223372036854775808', '1000000007', String.valueOf(random.nextInt(100))])
            case 'decimal': return pick(['0', '0.00', '1.5', '-2.675', '1e-20', '100.10', '-0.5', '3', '1e99', '0.' + random.nextInt(1000000), random.nextInt(10000) + '.' + random.nextInt(100)])
            case 'boolean': return random.nextBoolean()
            case 'date': return pick(['2026-01-31', '2024-02-29', '0001-01-01', '9999-12-31', '1999-12-31', '2026-03-29'])
            case 'dateTime': return pick(['2026-03-29T00:59:59.999999Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z', '0001-01-03T00:00:00Z', '9999-12-29T12:00:00Z', '2000-02-29T18:29:59Z'])
            case 'duration': return pick(['PT0S', 'PT1H', 'PT-36H', 'PT0.000001S', 'PT8760H', 'PT87659999H', 'PT-87659999H'])
            case 'time': return pick(['00:00', '23:59:59.999999', '12:30', '08:05:09.25'])
            default: return pick([[], ['a'], ['a', 'b', ''], ['Hello', 'é']])
        }
    }
}
