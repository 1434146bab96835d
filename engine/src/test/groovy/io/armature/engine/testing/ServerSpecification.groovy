package io.armature.engine.testing

import io.armature.testing.Database
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import javax.sql.DataSource
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** A spec with a server and an empty database of its own, shared by its features. */
abstract class ServerSpecification extends Specification {
    @Shared DataSource database = Database.fresh()
    @Shared @AutoCleanup EmbeddedServer server = ApplicationContext.run(EmbeddedServer, settings() + configuration())
    @Shared Caller caller = new Caller(server.URI)

    /** Settings of this spec, over the common ones. */
    Map<String, Object> configuration() { [:] }

    def <T> T bean(Class<T> type) {
        server.applicationContext.getBean(type)
    }

    /** Beans of one spec carry {@code @Requires(property = 'spec.name', value = …)} so that other specs do not see them. */
    private Map<String, Object> settings() {
        [
            'spec.name': getClass().simpleName,
            'micronaut.server.port': -1,
            'datasources.default.url': Database.url(database),
            'datasources.default.username': 'postgres',
            'datasources.default.password': '',
        ]
    }
}
