package io.armature.engine.job

import groovy.transform.CompileStatic
import io.armature.engine.db.Database
import io.armature.engine.db.DatabaseException
import io.armature.engine.db.Sql
import io.armature.engine.db.SqlValue
import io.armature.engine.db.Transaction
import jakarta.inject.Singleton
import java.sql.SQLException
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicInteger

/** Work that writes into a ledger, in as many ways as its payload asks for. Nodes of specs know it, nobody else. */
@Singleton
@CompileStatic
class LedgerWork implements BackgroundWork {
    static final String TABLE = 'create table public.ledger (run uuid not null, name text, attempt int not null, at timestamptz not null default clock_timestamp())'
    static final Map<String, AtomicInteger> AT_IT = new ConcurrentHashMap<>()

    private final Database database

    LedgerWork(Database database) {
        this.database = database
    }

    @Override
    String kind() { 'ledger' }

    @Override
    int retries() { 2 }

    @Override
    void run(RunCall call) {
        String name = call.payload().path('name').asText()
        if (call.payload().path('lasts').asBoolean()) {
            lastUntilCancelled(call, name)
            return
        }
        if (call.attempt() <= call.payload().path('fails').asInt()) {
            throw new IllegalStateException("not the ${call.attempt()}. time")
        }
        if (call.payload().path('taken').asBoolean() && call.attempt() == 1) {
            // As a node does that takes this one for gone.
            database.direct { runner -> runner.update(Sql.of('update tenant_main."sys$run" set attempts = attempts + 1 where id = ?', SqlValue.uuid(call.id()))) }
        }
        database.transaction { Transaction transaction ->
            transaction.update(Sql.of('insert into public.ledger (run, name, attempt) values (?, ?, ?)',
                SqlValue.uuid(call.id()), SqlValue.text(name), SqlValue.integer(call.attempt() as long)))
            call.doneWith(transaction)
            true
        }
        if (call.payload().path('lost').asBoolean()) {
            throw new DatabaseException(new SQLException('The connection was lost before the commit was answered', '08006'))
        }
    }

    private static void lastUntilCancelled(RunCall call, String name) {
        def count = AT_IT.computeIfAbsent(name, { String any -> new AtomicInteger() })
        count.incrementAndGet()
        try {
            call.say('It lasts.')
            for (int i = 0; !call.isCancelled(); i++) {
                call.progress(Math.min(99, i))
                Thread.sleep(100)
            }
        } finally {
            count.decrementAndGet()
        }
    }
}
