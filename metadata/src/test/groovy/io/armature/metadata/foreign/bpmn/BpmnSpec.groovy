package io.armature.metadata.foreign.bpmn

import groovy.json.JsonSlurper
import io.armature.metadata.definition.WorkflowDefinition
import io.armature.metadata.problem.ProblemException
import io.armature.metadata.read.NodeJson
import io.armature.metadata.read.PackReader
import java.nio.file.Path
import spock.lang.Specification

class BpmnSpec extends Specification {
    static final String FOREIGN = '''<?xml version="1.0"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
          <process id="Order-Handling">
            <laneSet id="lanes"/>
            <startEvent id="s"/>
            <userTask id="a" name="Check order"/>
            <serviceTask id="b" name="Ship"/>
            <exclusiveGateway id="g"/>
            <parallelGateway id="p"/>
            <endEvent id="e" name="Done"/>
            <boundaryEvent id="t" attachedToRef="a" name="Too late"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent>
            <boundaryEvent id="m" attachedToRef="a"><messageEventDefinition/></boundaryEvent>
            <sequenceFlow id="f0" sourceRef="s" targetRef="a"/>
            <sequenceFlow id="f1" sourceRef="a" targetRef="g"/>
            <sequenceFlow id="f2" name="Approve" sourceRef="g" targetRef="b"><conditionExpression>${ok}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f3" name="Refuse" sourceRef="g" targetRef="e"/>
            <sequenceFlow id="f4" sourceRef="b" targetRef="e"/>
            <sequenceFlow id="f5" sourceRef="t" targetRef="e"/>
          </process>
        </definitions>'''.stripIndent()

    static Object json(Object node) {
        new JsonSlurper().parseText(node.toString())
    }

    def 'what is written is read back as it was: #name'() {
        given:
        def workflow = new PackReader().read(Path.of('../module-packs/crm')).definitions()
            .find { it instanceof WorkflowDefinition && it.name() == name } as WorkflowDefinition

        when:
        def read = BpmnReader.read(BpmnWriter.write(workflow), Optional.empty(), Optional.empty())

        then:
        read.unmapped() == []
        read.name() == name
        normal(json(read.definition())) == normal(json(NodeJson.of(workflow.source())))

        where:
        name << ['lead', 'opportunity', 'mandate', 'activity']
    }

    def 'what has no title has none when it is read back'() {
        given:
        def files = [
            'pack.yaml'           : 'pack: shop\nversion: 1.0.0\ntitle: Shop\nengine: ">=0.1"\n',
            'workflows/order.yaml': '''entity: order
field: state
states:
  draft: { initial: true }
  sent:  { title: On its way }
  done:  { final: true }
transitions:
  send:   { from: draft, to: sent }
  arrive: { from: sent, to: done, title: Arrived }
''',
        ].collectEntries { path, text -> [path, text.getBytes('UTF-8')] } as Map<String, byte[]>
        def workflow = new PackReader().read(files).definitions().find { it instanceof WorkflowDefinition } as WorkflowDefinition

        when:
        def read = json(BpmnReader.read(BpmnWriter.write(workflow), Optional.empty(), Optional.empty()).definition())

        then:
        read.states.collectEntries { name, state -> [name, state.title] } == [draft: null, sent: 'On its way', done: null]
        read.transitions.collectEntries { name, step -> [name, step.title] } == [send: null, arrive: 'Arrived']
    }

    /** A state that leads from one state says so as a list or as a text. */
    static Object normal(Object workflow) {
        def map = workflow as Map
        map.transitions.each { name, step -> step.from = (step.from instanceof List ? step.from : [step.from]).toSet() }
        map
    }

    def 'of a file of another program what maps is taken, and what does not is named'() {
        when:
        def read = BpmnReader.read(FOREIGN, Optional.of('shop.order'), Optional.of('status'))
        def definition = json(read.definition()) as Map

        then:
        read.name() == 'order_handling'
        definition.entity == 'shop.order'
        definition.states == [check_order: [title: 'Check order', initial: true], ship: [title: 'Ship'], done: [title: 'Done', final: true]]
        definition.transitions.approve == [from: ['check_order'], to: 'ship', title: 'Approve']
        definition.transitions.refuse.to == 'done'
        definition.transitions.to_done.from == ['ship']
        definition.timers == [[in: 'check_order', after: 'P3D', do: [transition: 'refuse']]]
        ['laneSet', 'parallelGateway', 'serviceTask', 'boundaryEvent `m`', '${ok}'].every { word -> read.unmapped().any { it.contains(word) } }
        read.yaml().contains('entity: shop.order')
    }

    def 'nothing leads out of a file: #what'() {
        when:
        BpmnReader.read(text, Optional.empty(), Optional.empty())

        then:
        thrown(ProblemException)

        where:
        what            | text
        'a document type' | '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><definitions>&e;</definitions>'
        'no XML'        | 'process'
        'no process'    | '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'
    }
}
