package io.armature.engine.script;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks every few milliseconds at what is under way, and stops calls that take too long or ask for too much memory. What JDKs
 * tell is how much a thread has asked for, not how much of it is still there: the budget is one of asking. Rests while nothing
 * is under way.
 */
final class Watch implements AutoCloseable {

    private static final long PAUSE_NANOS = 5_000_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final GivenUp givenUp = new GivenUp();
    private final AtomicBoolean resting = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closed;

    private final boolean patient;

    Watch() {
        this(false);
    }

    /** A watch that looks after nothing. */
    static Watch patient() {
        return new Watch(true);
    }

    private Watch(boolean patient) {
        this.patient = patient;
        thread = Thread.ofPlatform().name("scripts-watch").daemon().unstarted(this::run);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    /** A call under way in a realm on a thread. */
    private static final class Watched {

        private final GivenUp givenUp;
        private final Call call;
        private final Realm realm;
        private final ScriptThread thread;
        private final long bytes;
        private boolean ended;
        private boolean stopped;
        private boolean closing;
        private boolean abandoned;

        Watched(GivenUp givenUp, Call call, Realm realm, ScriptThread thread) {
            this.givenUp = givenUp;
            this.call = call;
            this.realm = realm;
            this.thread = thread;
            this.bytes = bytes();
        }

        /** From now on the realm may be another's. */
        synchronized void end() {
            ended = true;
            if (abandoned) {
                givenUp.remove(call);
            }
        }

        synchronized void look() {
            if (ended) {
                return;
            }
            if (call.exhausted().isEmpty()) {
                if (!thread.isWanted()) {
                    call.unwanted();
                    stop(Budget.Part.TIME);
                } else if (call.isLate()) {
                    stop(Budget.Part.TIME);
                } else if (isGreedy()) {
                    stop(Budget.Part.BYTES);
                }
            }
            if (!closing && (stopped || call.isStubborn())) {
                close();
            }
            if (!abandoned && call.isStuck()) {
                // A builtin that does not look up: the request is answered, the thread ends when the builtin does.
                thread.abandon(Failures.budget(call));
                givenUp.add(call);
                abandoned = true;
            }
        }

        private void stop(Budget.Part part) {
            stopped = true;
            call.stop(part);
        }

        /** Ends the call from outside: that waits until the thread has left the realm, hence on a thread of its own. */
        private void close() {
            realm.condemn();
            Thread.ofPlatform().name("scripts-wake").daemon().start(call::wake);
            Thread.ofPlatform().name("scripts-stop").daemon().start(this::closeAtLast);
            closing = true;
        }

        /** What takes all memory must end, and to end it takes some. */
        private void closeAtLast() {
            boolean open = true;
            while (open) {
                try {
                    realm.close();
                    open = false;
                } catch (OutOfMemoryError full) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }

        private boolean isGreedy() {
            return THREADS.getThreadAllocatedBytes(thread.threadId()) - bytes
                    > call.budget().bytes();
        }
    }

    /** Bytes that this thread has asked for since it began. */
    static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /**
     * Looks after a call until what comes back is run.
     *
     * @throws io.armature.metadata.problem.ProblemException while an earlier call of the function is still at work
     */
    Runnable watch(Call call, Realm realm) {
        if (patient) {
            return () -> {};
        }
        givenUp.admit(call);
        Watched one = new Watched(givenUp, call, realm, (ScriptThread) Thread.currentThread());
        watched.add(one);
        if (resting.get()) {
            LockSupport.unpark(thread);
        }
        return () -> {
            one.end();
            watched.remove(one);
        };
    }

    private void run() {
        while (!closed) {
            try {
                turn();
            } catch (OutOfMemoryError full) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void turn() {
        if (watched.isEmpty()) {
            rest();
        } else {
            watched.forEach(Watch::look);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Who keeps watch does not fall with what he looks at: where memory is short, he looks again. */
    private static void look(Watched one) {
        try {
            one.look();
        } catch (OutOfMemoryError full) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void rest() {
        resting.set(true);
        if (watched.isEmpty() && !closed) {
            LockSupport.park();
        }
        resting.set(false);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
