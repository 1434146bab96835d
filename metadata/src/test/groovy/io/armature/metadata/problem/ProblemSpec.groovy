package io.armature.metadata.problem

import spock.lang.Specification

class ProblemSpec extends Specification {
    def 'what stands in the places of a sentence is said in its language too'() {
        given:
        def problem = Problem.inValue(code, '', *arguments)

        expect:
        problem.message(Locale.FRENCH) == message
        problem.hint(Locale.FRENCH) == hint

        where:
        code                            | arguments                                         || message                                                   | hint
        ProblemCode.UNKNOWN_VALUE_FIELD | ['custmer', 'crm.lead', 'Did you mean `customer`?'] || Problem.inValue(code, '', 'custmer', 'crm.lead', '').message(Locale.FRENCH) | 'Vouliez-vous dire `customer` ?'
        ProblemCode.READ_ONLY           | ['new', 'computed']                               || '`new` ne peut pas être donné : il est calculé.'         | Problem.inValue(code, '', 'a', 'b').hint(Locale.FRENCH)
    }

    def 'a sentence with a name in it is said in its language around the name: #argument'() {
        expect:
        Problem.inValue(ProblemCode.FORBIDDEN, '', 'read crm.lead', argument).hint(Locale.FRENCH) == hint
        Problem.inValue(ProblemCode.FORBIDDEN, '', 'read crm.lead', argument).hint(Locale.ENGLISH) == argument

        where:
        argument                                           | hint
        'Send the header X-Own, or an access token.'       | "Envoyez l'en-tête X-Own, ou un jeton d'accès."
        'Change it where you sign in: ldap'                | 'Changez-le là où vous vous connectez : ldap'
        'Send the header X-Own, or something else.'        | 'Send the header X-Own, or something else.'
        'Change it'                                        | 'Change it'
    }

    def 'a value that looks like a place is a value'() {
        expect:
        Problem.inValue(ProblemCode.LINK_NOT_FOUND, '', '{1}', 'code = {0}').message(Locale.ENGLISH) == 'No {1} has code = {0}.'
    }
}
