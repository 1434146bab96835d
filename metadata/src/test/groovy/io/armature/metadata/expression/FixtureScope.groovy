package io.armature.metadata.expression

import io.armature.metadata.type.ValueType

/** The model of expression-conformance.json. */
class FixtureScope implements Scope {
    final Map<String, Map> entities = [:]

    FixtureScope(Map written) {
        written.each { name, about ->
            entities[name] = [table: about.table, lineage: about.lineage ?: [name], softDelete: about.softDelete ?: false, members: [:]]
        }
        written.each { name, about ->
            entities[name].lineage.each { level ->
                written[level].members.each { field, how ->
                    if (!how.formula) {
                        entities[name].members[field] = stored(level, field, how)
                    }
                }
            }
            entities[name].members.id = new Member.Column('id', new ValueType.Reference(name), entities[name].lineage[0], ['id'])
        }
        written.each { name, about ->
            about.members.findAll { it.value.formula }.each { field, how ->
                def expression = new ExpressionCompiler().compile(how.formula, name, this, Optional.of(typeNamed(how.type))).orThrow(field)
                entities[name].members[field] = new Member.Computed(field, expression.type(), expression)
            }
        }
    }

    private static Member stored(String level, String name, Map about) {
        def type = typeNamed(about.type)
        if (about.by) {
            return new Member.Children(name, type, about.level ?: type.entity(), about.by)
        }
        if (about.between) {
            return new Member.Linked(name, type, about.between, 'source', 'target')
        }
        new Member.Column(name, type, level, type instanceof ValueType.AnyReference ? [name + '_entity', name] : [name])
    }

    static ValueType typeNamed(String written) {
        switch (written) {
            case 'dateTime': return ValueType.Scalar.DATE_TIME
            case 'link': return new ValueType.AnyReference()
            case ~/link to .*/: return new ValueType.Reference(written - 'link to ')
            case ~/records of .*/: return new ValueType.Rows(written - 'records of ')
            case ~/list of .*/: return new ValueType.ListOf(typeNamed(written - 'list of '))
            default: return ValueType.Scalar.valueOf(written.toUpperCase())
        }
    }

    Set<String> linkTables() {
        entities.values().collectMany { it.members.values().findAll { it instanceof Member.Linked }*.table() } as Set
    }

    static String qualified(String table) {
        Identifiers.quote(Fixture.SCHEMA, table)
    }

    Optional<Member> member(String entity, String name) {
        Optional.ofNullable(entities[entity]?.members?.get(name))
    }

    Collection<String> memberNames(String entity) {
        entities[entity]?.members?.keySet() ?: []
    }

    String table(String entity) {
        entities[entity].table
    }

    List<String> lineage(String entity) {
        entities[entity].lineage
    }

    boolean softDelete(String entity) {
        entities[entity].softDelete
    }

    @Override
    String userEntity() {
        'shop.user'
    }

    @Override
    String companyEntity() {
        'shop.company'
    }
}
