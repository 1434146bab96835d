package io.armature.metadata.check

import io.armature.metadata.model.ModelCompiler
import io.armature.metadata.model.ModelSources
import io.armature.metadata.read.PackReader
import spock.lang.Specification

class WorkflowBranchesSpec extends Specification {
    def 'workflows that wait for each other are told'() {
        given:
        def workflow = { field, branch -> "entity: deal\nfield: $field\nstates:\n  open: { initial: true }\n  checks: { branches: [$branch], join: [close] }\n  closed: { final: true }\ntransitions:\n  look_$field: { from: open, to: checks }\n  close_$field: { from: checks, to: closed }\n".replace('join: [close]', "join: [close_$field]") }
        def choice = '{ type: choice, options: { open: Open, checks: Checks, closed: Closed } }'
        def source = new PackReader().read([
            'pack.yaml'           : 'pack: law\nversion: 1.0.0\ntitle: Law\nengine: ">=0.1"\n',
            'entities/deal.yaml'  : "label: name\nfields:\n  name: { type: text }\n  one: $choice\n  two: $choice\n  three: $choice\n",
            'workflows/one.yaml'  : workflow('one', 'two'),
            'workflows/two.yaml'  : workflow('two', 'three'),
            'workflows/three.yaml': workflow('three', third),
        ].collectEntries { path, text -> [path, text.toString().getBytes('UTF-8')] } as Map<String, byte[]>)
        def model = ModelCompiler.compile([ModelSources.of(source)]).model()

        when:
        def found = PackChecks.check([source], model).findAll { it.code().id() == 'AR-277' }

        then:
        found.collect { "${it.position().file()}:${it.position().line()}".toString() } as Set == told as Set
        found.every { it.toString().contains('waits for a branch that waits for it') }

        where:
        third || told
        'one' || ['workflows/one.yaml:5', 'workflows/two.yaml:5', 'workflows/three.yaml:5']
    }
}
