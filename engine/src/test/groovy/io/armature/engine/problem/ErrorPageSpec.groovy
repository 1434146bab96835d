package io.armature.engine.problem

import io.armature.metadata.problem.Problem
import io.armature.metadata.problem.ProblemCode
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The list of problems in {@code docs/reference}. With -Darmature.rewrite=true it is written anew. */
class ErrorPageSpec extends Specification {
    static final Path FILE = Path.of('../docs/reference/errors.md')
    static final Map<String, String> FAMILIES = [
        '1': 'Requests', '2': 'Definitions', '3': 'Access', '4': 'Records and workflows', '5': 'Scripts', '6': 'Packs and schemas',
        '7': 'Warehouse and reports',
    ]

    def 'the page is what the codes say'() {
        given:
        def text = page()
        if (Boolean.getBoolean('armature.rewrite')) {
            Files.writeString(FILE, text)
        }

        expect:
        Files.exists(FILE) && Files.readString(FILE) == text
    }

    private static String page() {
        def families = ProblemCode.values().toList().sort { it.id() }.groupBy { it.id()[3] }
        '# Problems\n\nEvery refusal is a document of RFC 9457 with one of these codes, in the language of the caller. ' +
            'A code keeps its meaning for ever.\nWhat stands in braces is filled in.\n' +
            families.collect { family, codes ->
                "\n## ${family}xx ${FAMILIES[family] ?: ''}\n\n| code | status | what is wrong | what to do |\n|---|---|---|---|\n" +
                    codes.collect { row(it) }.join('')
            }.join('')
    }

    private static String row(ProblemCode code) {
        def problem = Problem.inValue(code, '', '{0}', '{1}', '{2}', '{3}')
        def document = ProblemDocument.of([problem], Locale.ENGLISH)
        "| ${code.id()} | ${document.status()} | ${cell(problem.message(Locale.ENGLISH))} | ${cell(problem.hint(Locale.ENGLISH))} |\n"
    }

    private static String cell(String text) {
        text.replace('|', '\\|').replace('\n', ' ')
    }
}
