package io.armature.metadata.expression

import groovy.sql.Sql
import io.armature.metadata.expression.SqlFragment.Bind
import io.armature.metadata.type.ValueType
import java.sql.Connection
import java.sql.ResultSet
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.time.OffsetDateTime

/** Computes expressions in PostgreSQL, many in one statement. */
class SqlRunner implements Closeable {
    private final Fixture fixture
    private final Sql sql
    private final Connection connection
    private final ExpressionSql writer

    SqlRunner(Fixture fixture, String template = 'expressions') {
        this.fixture = fixture
        sql = fixture.database(template)
        connection = sql.dataSource.connection
        writer = new ExpressionSql(fixture.scope)
    }

    /** The values on one row. */
    List<Object> values(List<Expression> expressions, Map where) {
        run(expressions, where) { expression, tree -> writer.value(expression, tree) }
    }

    /** Whether each condition selects the row. */
    List<Boolean> conditions(List<Expression> expressions, Map where) {
        run(expressions, where) { expression, tree ->
            def condition = writer.condition(expression, tree)
            new SqlFragment("coalesce((${condition.text()}), false)", condition.binds())
        }
    }

    private List<Object> run(List<Expression> expressions, Map where, Closure<SqlFragment> write) {
        expressions.collate(40).collectMany { some ->
            try {
                statement(some, where, write)
            } catch (org.postgresql.util.PSQLException alone) {
                some.size() == 1 ? ["${alone.message} in ${write(some[0], tree(where)).text()}" as String]
                    : some.collectMany { run([it], where, write) }
            }
        }
    }

    private JoinTree tree(Map where) {
        new JoinTree(fixture.scope, Fixture.SCHEMA, where.entity, 't')
    }

    /** The values on every record of an entity, by the record's key. */
    Map<String, List<Object>> table(List<Expression> expressions, Map where) {
        def keys = fixture.rows[where.entity].collectEntries { [it.value.record.id, it.key] }
        def parts = expressions.collate(40).collect { some ->
            query(some, where) { expression, tree -> writer.value(expression, tree) }
        }
        parts[0].keySet().collectEntries { id -> [keys[id as String], parts.collectMany { it[id] }] }
    }

    private List<Object> statement(List<Expression> expressions, Map where, Closure<SqlFragment> write) {
        expressions ? query(expressions, where, write).values().first() : []
    }

    private Map<Object, List<Object>> query(List<Expression> expressions, Map where, Closure<SqlFragment> write) {
        def tree = tree(where)
        def values = expressions.collect { write(it, tree) }
        def columns = [values, expressions].transpose().collect { value, expression ->
            expression.type() == ValueType.Scalar.DURATION ? "extract(epoch from ${value.text()})" : value.text()
        }
        def from = where.entity ? tree.from() : SqlFragment.of('(select 1 as id) as t')
        def row = where.row ? " where t.id = '${fixture.rows[where.entity][where.row].record.id}'" : ''
        def text = "select t.id, ${columns.join(', ')} from ${from.text()}$row"
        connection.prepareStatement(text as String).withCloseable { prepared ->
            (values*.binds().flatten() + from.binds()).eachWithIndex { bind, i -> prepared.setObject(i + 1, bound(bind, fixture.context(where.context))) }
            def results = prepared.executeQuery()
            def rows = [:]
            while (results.next()) {
                rows[results.getObject(1)] = expressions.withIndex().collect { expression, i -> read(results, i + 2, expression.type()) }
            }
            rows
        }
    }

    private Object bound(Bind bind, Context context) {
        switch (bind) {
            case Bind.Value: return sent(bind.value(), bind.sqlType())
            case Bind.Context: return sent(context.value(bind.name()).orElse(null), bind.sqlType())
            default: throw new IllegalArgumentException(bind as String)
        }
    }

    private Object sent(Object value, String type) {
        switch (value) {
            case Instant: return value.toString()
            case Duration:
            case LocalTime: return value.toString()
            case List: return connection.createArrayOf(type - '[]', value.collect { it instanceof String || it instanceof UUID || it instanceof Number ? it : it.toString() } as Object[])
            default: return value
        }
    }

    private static Object read(ResultSet results, int column, ValueType type) {
        switch (type) {
            case ValueType.Scalar.DATE: return results.getObject(column, LocalDate)
            case ValueType.Scalar.TIME: return results.getObject(column, LocalTime)
            case ValueType.Scalar.DATE_TIME: return results.getObject(column, OffsetDateTime)?.toInstant()
            case ValueType.Scalar.DURATION:
                def seconds = results.getBigDecimal(column)
                return seconds == null ? null : Duration.ofSeconds(seconds.toBigInteger().longValueExact()).plusNanos(seconds.remainder(1.0).movePointRight(9).longValueExact())
            case ValueType.ListOf: return results.getArray(column)?.array?.toList()
            default: return results.getObject(column)
        }
    }

    /** As the file writes values: decimals without zeros at the end. */
    static String text(Object value) {
        value instanceof BigDecimal ? Decimals.text(value) : value instanceof Instant ? Dates.text(value) : value instanceof LocalTime ? Dates.text(value) : value as String
    }

    @Override
    void close() {
        connection.close()
    }
}
