package io.armature.testing

import groovy.transform.CompileStatic
import java.util.concurrent.Callable
import java.util.concurrent.ExecutionException
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.function.Consumer
import java.util.function.Supplier

/**
 * Many cases that know nothing of one another, on two threads: while one waits for the database, the other works.
 * For what claims nothing about time.
 */
@CompileStatic
final class SideBySide {
    private static final int WORKERS = 2

    private SideBySide() {}

    /**
     * Hands out the cases in their order. The first that throws ends both, and is what this throws.
     *
     * @param worker is asked by each thread for what it does to a case, with whatever it needs to itself
     */
    static <C> void work(Iterator<C> cases, Supplier<Consumer<C>> worker) {
        def failed = false
        def next = { ->
            synchronized (cases) {
                !failed && cases.hasNext() ? Optional.of(cases.next()) : Optional.empty()
            }
        }
        def all = { ->
            try {
                def mine = worker.get()
                for (def one = next(); one.present; one = next()) {
                    mine.accept((C) one.get())
                }
            } catch (Throwable thrown) {
                synchronized (cases) {
                    failed = true
                }
                throw thrown
            }
        } as Callable<Void>
        def threads = Executors.newFixedThreadPool(WORKERS)
        try {
            threads.invokeAll([all] * WORKERS).each { Future<Void> ended -> ended.get() }
        } catch (ExecutionException thrown) {
            throw thrown.cause
        } finally {
            threads.shutdown()
        }
    }
}
