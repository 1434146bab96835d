package io.armature.engine.cli

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification

class PlanPrinterSpec extends Specification {

    def 'what stands in the way comes after all warnings, and is counted'() {
        given:
        def problem = { boolean error, String code -> [error: error, code: code, file: "${code}.yaml" as String, line: 1, column: 2, message: 'No.', hint: 'Yes.'] }
        def plan = new ObjectMapper().valueToTree([
            packs   : [[action: 'install', pack: 'shop', to: '1.0.0']],
            problems: errors.collect { problem(true, it) } + [problem(false, 'AR-692'), problem(false, 'AR-693')],
        ])

        expect:
        PlanPrinter.text(plan).readLines() == ['install shop 1.0.0',
            'warning AR-692 AR-692.yaml:1:2: No. Yes.', 'warning AR-693 AR-693.yaml:1:2: No. Yes.'] + last

        where:
        errors               || last
        []                   || []
        ['AR-289']           || ['error AR-289 AR-289.yaml:1:2: No. Yes.', 'One error stands in the way; nothing is changed.']
        ['AR-289', 'AR-287'] || ['error AR-289 AR-289.yaml:1:2: No. Yes.', 'error AR-287 AR-287.yaml:1:2: No. Yes.', '2 errors stand in the way; nothing is changed.']
    }
}
