package io.armature.metadata.expression

import io.armature.metadata.type.ValueType

/** A row of expression-conformance.json, as the JVM reads it. */
class FixtureRow implements Row {
    private final Fixture fixture
    private final String entity
    final Map record

    FixtureRow(Fixture fixture, String entity, Map record) {
        this.fixture = fixture
        this.entity = entity
        this.record = record
    }

    Optional<Object> value(String name) {
        Optional.ofNullable(Fixture.read(record[name], fixture.scope.member(entity, name).get().type()))
    }

    Optional<Row> link(String name) {
        def type = fixture.scope.member(entity, name).get().type()
        value(name).flatMap { id -> Optional.ofNullable(fixture.byId(type.entity(), id as String)) }
    }

    List<Row> rows(String name) {
        def member = fixture.scope.member(entity, name).get()
        def found = member instanceof Member.Linked
            ? (record[name] ?: []).collect { fixture.byId(member.type().entity(), it) }
            : fixture.rows[member.type().entity()].values().findAll { it.record[member.column()] == record.id }
        found.findAll { !it.record.deleted }
    }
}
