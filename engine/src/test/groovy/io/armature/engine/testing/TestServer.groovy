package io.armature.engine.testing

import groovy.transform.CompileStatic
import groovy.transform.Memoized
import io.armature.engine.boot.Server
import io.armature.engine.boot.ServerOptions
import io.armature.engine.boot.ServerOptions.DatabaseAddress
import io.armature.testing.Database
import java.nio.file.Files
import java.nio.file.Path
import javax.sql.DataSource

/** A whole node, as `armature run` starts it, on a database of the specs' PostgreSQL. */
@CompileStatic
final class TestServer implements AutoCloseable {
    static final String PASSWORD = 'correct horse'

    final DataSource database
    final Server server
    /** All nodes of the specs wrap keys by the same one, as nodes on one database must. */
    static final String MASTER_KEY = Base64.encoder.encodeToString(new byte[32])
    final Path folder = Files.createTempDirectory('armature-spec')
    /** Somebody who has not signed in. */
    final Caller caller

    /** @param environment what the operator says */
    TestServer(Map<String, String> environment) {
        this(Database.fresh(), [], environment)
    }

    /** @param packs names, folders or archives to install at the start */
    TestServer(DataSource database = Database.fresh(), List<String> packs = [], Map<String, String> environment = [:]) {
        this.database = database
        Files.writeString(folder.resolve('master.key'), MASTER_KEY)
        def options = new ServerOptions(0, folder, Optional.empty(), Optional.of(packs), false, [], Optional.of(PASSWORD), environment)
        server = Server.start(options, new DatabaseAddress(Database.url(database), Optional.of('postgres'), Optional.empty()))
        caller = new Caller(URI.create(server.address()))
    }

    /** The administrator, signed in. */
    @Memoized
    Caller getAdministrator() {
        def answer = caller.post('/api/auth/login', [username: 'admin', password: PASSWORD])
        caller.withToken(((Map) answer.json).accessToken as String)
    }

    def <T> T bean(Class<T> type) {
        server.beans().getBean(type)
    }

    @Override
    void close() {
        server.close()
        folder.toFile().deleteDir()
    }
}
