package io.armature.engine.cli

import io.armature.metadata.problem.Position
import io.armature.metadata.problem.Problem
import io.armature.metadata.problem.ProblemCode
import spock.lang.Specification

class ProblemPrinterSpec extends Specification {
    def 'a problem begins with its place: #line'() {
        expect:
        ProblemPrinter.text(problem, folder).startsWith("$line AR-101: ")

        where:
        problem                                                                           | folder || line
        Problem.error(ProblemCode.NOT_FOUND, new Position('data/x.csv', 3, 1), '', 'a', '') | 'crm'  || 'crm/data/x.csv:3:1: error'
        Problem.error(ProblemCode.NOT_FOUND, new Position('data/x.csv', 3, 1), '', 'a', '') | ''     || 'data/x.csv:3:1: error'
        Problem.inValue(ProblemCode.NOT_FOUND, 'data/x.csv:3.before', 'a', '')             | ''     || 'data/x.csv:3.before: error'
        Problem.inValue(ProblemCode.NOT_FOUND, '', 'a', '')                                | ''     || 'error'
    }
}
