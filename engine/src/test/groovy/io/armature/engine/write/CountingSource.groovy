package io.armature.engine.write

import groovy.transform.CompileStatic
import java.lang.reflect.Proxy
import java.sql.Connection
import java.util.concurrent.atomic.AtomicInteger
import javax.sql.DataSource

/** Hands out connections that count how often they prepare a statement, commit or roll back: round trips. */
@CompileStatic
final class CountingSource implements DataSource {
    @Delegate
    private final DataSource source
    private final AtomicInteger trips = new AtomicInteger()

    CountingSource(DataSource source) {
        this.source = source
    }

    /** Statements and ends of transactions while the work ran. */
    int during(Closure work) {
        trips.set(0)
        work()
        trips.get()
    }

    @Override
    Connection getConnection() {
        def connection = source.connection
        (Connection) Proxy.newProxyInstance(Connection.classLoader, [Connection] as Class[]) { proxy, method, arguments ->
            if (method.name in ['prepareStatement', 'createStatement', 'commit', 'rollback']) {
                trips.incrementAndGet()
            }
            arguments == null ? method.invoke(connection) : method.invoke(connection, arguments)
        }
    }
}
