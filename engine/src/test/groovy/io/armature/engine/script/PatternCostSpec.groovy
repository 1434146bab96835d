package io.armature.engine.script

import spock.lang.Specification

class PatternCostSpec extends Specification {
    def 'what people write is affordable: #pattern'() {
        expect:
        PatternCost.refusal(pattern, flags).empty

        where:
        pattern                                                                                            | flags
        /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/                                                                     | 'i'
        /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w\s])(?!.*\s)(?!.*(.)\1\1).{12,64}$/                       | ''
        /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/                                               | ''
        /\B(?=(\d{3})+(?!\d))/                                                                             | 'g'
        /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?$/ | ''
        /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/                              | ''
        /<([a-z]+)((?:\s+[a-z:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/                      | 'gi'
        /(?:^|,)(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))/                                                    | 'gm'
        /\p{L}[\p{L}\p{M}\p{N}' -]*\p{L}/                                                                  | 'u'
        /\p{RGI_Emoji}/                                                                                    | 'v'
        /\b(?:/ + (1..300).collect { "word$it" }.join('|') + /)\b/                                         | 'gi'
        (1..1500).collect { "company$it" }.join('|')                                                       | 'i'
        (1..30).collect { "(?<name$it>[^;]*);?" }.join('')                                                 | ''
        (['([^,]*)'] * 40).join(',')                                                                       | ''
    }

    def 'what leaves too many ways open is not: #what'() {
        expect:
        PatternCost.refusal(pattern, flags).present

        where:
        what                     | pattern                                   | flags
        'groups that may miss'   | '(x)?' * 1000                             | ''
        'names'                  | (1..30_000).collect { "(?<a$it>x)" }.join('') | ''
        'letters that may miss'  | ('a'..'z').collect { "$it?" }.join('') * 8 | ''
        'borders of words'       | '(?:\\b|x)' * 12                          | ''
        'borders within'         | '(?:\\b|' * 30 + 'x' + ')?' * 30          | ''
        'looking ahead'          | '(?=x?)' * 20                             | ''
        'looking far ahead'      | 'a(?=.*a)' * 20                           | ''
        'lines'                  | '(?:^|$)' * 20                            | 'm'
        'lines by a modifier'    | '(?m:(?:^|$)' + '$^' * 20 + ')'           | ''
        'repetition within'      | '(' * 50 + 'x' + ')*' * 50                | ''
        'counts within'          | '(?:' * 30 + 'x?' + '{0,9})' * 30         | ''
        'code points'            | '(?:\\u{61}?\\u0062?)' * 200              | 'u'
        'properties'             | '(?:\\p{L}?)' * 200                       | 'u'
        'pictures'               | '\\p{RGI_Emoji}*' * 3                     | 'v'
        'empty texts'            | '[\\q{a|}]' * 200                         | 'v'
        'depth'                  | '(?:' * 5000 + 'x' + ')' * 5000           | ''
        'length'                 | 'x' * 60_000                              | ''
    }

    def 'what is none is read to its end: #pattern'() {
        expect:
        PatternCost.of(pattern, flags) >= 0

        where:
        [pattern, flags] << [['(', ')', '[', '\\', '(?', '(?<', '(?<a', 'x{', 'x{2', 'x{2,', '\\u', '\\u{', '\\p', '\\p{', '\\k', '\\k<', '[\\', '[[', '*', '?', '{2}', '|', '((', '(?<=', '\ud83d'],
                             ['', 'u', 'v', 'im']].combinations()
    }
}
