package io.armature.engine.stream;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Signals;
import io.armature.engine.event.EventLog;
import io.armature.engine.identity.CallerCache;
import io.armature.engine.identity.Callers;
import io.armature.engine.identity.Credential;
import io.armature.engine.query.read.Facts;
import io.armature.engine.record.RecordReads;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens streams of events for callers, each on a virtual thread. Safe for many threads. */
public final class Streams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final int MOST_OF_A_USER = 20;

    private final StreamCaller callers;
    private final StreamSight sight;
    private final EventLog log;
    private final StreamFeeds feeds;
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What tells who listens. */
    public record Identity(Callers callers, CallerCache cache, CurrentModels models, Facts facts, Tenants tenants) {}

    public Streams(Identity identity, RecordReads reads, EventLog log, Signals signals) {
        this.callers = new StreamCaller(identity.callers(), identity.models(), identity.facts(), identity.tenants());
        this.sight = new StreamSight(reads);
        this.log = log;
        this.feeds = new StreamFeeds(log, signals);
        identity.cache().onForget(feeds::wake);
    }

    /** @throws ProblemException when the caller has too many streams open */
    public void requirePlace(RequestContext context) {
        if (open.getOrDefault(context.user().id(), 0) >= MOST_OF_A_USER) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.TOO_MANY_STREAMS, "", Integer.toString(MOST_OF_A_USER)));
        }
    }

    private void leave(RequestContext context) {
        open.computeIfPresent(context.user().id(), (user, count) -> count == 1 ? null : count - 1);
    }

    /** How many streams are open. */
    public int count() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Tells the caller what happens, on a thread of its own, until he goes or may listen no more. */
    public void begin(RequestContext context, Credential credential, StreamRequest request, StreamOutlet outlet) {
        open.merge(context.user().id(), 1, Integer::sum);
        threads.execute(() -> {
            StreamFeed feed = null;
            try {
                feed = feeds.join(context.tenant());
                run(feed, context, credential, request, outlet);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            } catch (DatabaseException | ProblemException failed) {
                LOG.warn("A stream of tenant {} ends: {}", context.tenant().name(), failed.getMessage());
            } finally {
                if (feed != null) {
                    feeds.leave(feed);
                }
                leave(context);
                outlet.end();
            }
        });
    }

    private void run(
            StreamFeed feed, RequestContext context, Credential credential, StreamRequest request, StreamOutlet outlet)
            throws InterruptedException {
        Tenant tenant = context.tenant();
        boolean goesOn =
                request.after().filter(after -> log.reaches(tenant, after)).isPresent();
        long from = goesOn ? request.after().orElseThrow() : feed.end();
        new OpenStream(
                        feed,
                        request,
                        () -> callers.now(tenant, credential, context.locale(), context.origin()),
                        sight,
                        outlet)
                .run(from, request.after().isPresent() && !goesOn);
    }

    @Override
    public void close() {
        feeds.close();
        threads.shutdownNow();
    }
}
