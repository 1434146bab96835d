package io.armature.engine.access

import io.armature.testing.Models
import spock.lang.Shared
import spock.lang.Specification

/** What lines of lines take over of a verb that a role grants at some of their levels only. */
class LineGrantsSpec extends Specification {
    @Shared model = Models.of('school', [
        'entities/quiz.yaml'    : 'title: Quiz\nfields: { questions: { type: lines, of: question, by: quiz } }\n',
        'entities/test.yaml'    : 'title: Test\nextends: quiz\nfields: {}\n',
        'entities/question.yaml': 'title: Question\nfields: { quiz: { type: link, to: quiz }, answers: { type: lines, of: answer, by: question } }\n',
        'entities/answer.yaml'  : 'title: Answer\nfields: { question: { type: link, to: question }, text: { type: text } }\n',
    ])

    def 'a right on lines lasts as far up as it is granted: #levels'() {
        given:
        def own = [clerk: levels.collectEntries { entity, verbs -> ["school.$entity".toString(), grant(verbs)] }]

        expect:
        new LineGrants(model, own, { it }).of('clerk')['school.answer'].right(Verb.EXPORT) == right

        where:
        levels                                                                       | right
        [quiz: 'read,export', question: 'read,export', answer: 'read,export']        | Rule.ALL
        [quiz: 'read', question: 'read,export', answer: 'read,export']               | Rule.NONE
        [quiz: 'read,export', question: 'read', answer: 'read,export']               | Rule.NONE
        [quiz: 'read', question: 'read', answer: 'read,export']                      | Rule.NONE
        [question: 'read,export', answer: 'read,export']                             | Rule.ALL
        [quiz: 'read,export']                                                        | Rule.ALL
        [quiz: 'read', test: 'read,export', question: 'read,export', answer: 'read'] | Rule.NONE
    }

    def 'lines whose parents are granted as what else they are stand by what is said of themselves'() {
        given:
        def own = [clerk: ['school.quiz': grant('read'), 'school.test': grant('read,export'), 'school.question': grant('read,export')]]

        expect:
        new LineGrants(model, own, { it }).of('clerk')['school.question'].right(Verb.EXPORT) == Rule.ALL
    }

    private static GrantRules grant(String verbs) {
        def rights = verbs.split(',').collectEntries { [it, Rule.ALL] }
        new GrantRules('clerk', rights, rights, [] as Set, [] as Set, [] as Set, [] as Set)
    }
}
