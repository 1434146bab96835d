package io.armature.engine.query

import groovy.transform.CompileStatic
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Proxy
import java.sql.Connection
import java.sql.PreparedStatement
import java.util.concurrent.atomic.AtomicInteger
import javax.sql.DataSource

/** A source whose connections count the statements run on them. */
@CompileStatic
final class CountingSource {
    final AtomicInteger statements = new AtomicInteger()
    final DataSource source

    CountingSource(DataSource real) {
        source = proxy(DataSource, real) { name, result -> result instanceof Connection ? connection((Connection) result) : result }
    }

    private Connection connection(Connection real) {
        proxy(Connection, real) { name, result -> result instanceof PreparedStatement ? statement((PreparedStatement) result) : result }
    }

    private PreparedStatement statement(PreparedStatement real) {
        proxy(PreparedStatement, real) { String name, result ->
            if (name.startsWith('execute')) {
                statements.incrementAndGet()
            }
            result
        }
    }

    private static <T> T proxy(Class<T> type, T real, Closure<?> then) {
        type.cast(Proxy.newProxyInstance(type.classLoader, [type] as Class<?>[]) { self, method, arguments ->
            try {
                then.call(method.name, method.invoke(real, arguments))
            } catch (InvocationTargetException failed) {
                throw failed.targetException
            }
        })
    }
}
