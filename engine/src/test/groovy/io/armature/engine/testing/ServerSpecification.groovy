package io.armature.engine.testing

import javax.sql.DataSource
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** A spec with a node and a database of its own, shared by its features. */
abstract class ServerSpecification extends Specification {
    @Shared @AutoCleanup TestServer server = new TestServer()
    @Shared DataSource database = server.database
    @Shared Caller caller = server.caller
    @Shared Caller administrator = server.administrator

    def <T> T bean(Class<T> type) {
        server.bean(type)
    }
}
