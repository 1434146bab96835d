package io.armature.engine.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short messages between nodes by PostgreSQL's LISTEN and NOTIFY: sent when a transaction commits, heard by every node,
 * the sender too. A message can be lost while a node has no connection, so listeners are also told to look for
 * themselves: after each new connection, and now and then. One connection for all topics. Safe for many threads.
 */
public final class Signals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final String CHANNEL = "armature";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataSource source;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public Signals(DataSource source) {
        this.source = source;
    }

    /** Hears one topic. Called on the listening thread: be quick. */
    public interface Listener {

        /** A message came. */
        void heard(String message);

        /** Messages may have been missed, or never come. */
        void look();
    }

    private record Subscription(String topic, Listener listener) {}

    public void subscribe(String topic, Listener listener) {
        subscriptions.add(new Subscription(topic, listener));
    }

    /** Tells all nodes once the transaction is committed. */
    public static void send(SqlRunner transaction, String topic, String message) {
        transaction.list(
                Sql.of("select pg_notify(?, ?)", SqlValue.text(CHANNEL), SqlValue.text(topic + ":" + message)),
                row -> topic);
    }

    /** Begins to listen, on a thread of its own. */
    public void start() {
        Thread.ofPlatform().name("signals").daemon().start(this::run);
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        while (!isClosed()) {
            try (Connection connection = source.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException broken) {
                pause(broken);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        new SqlRunner(connection).execute("listen " + CHANNEL);
        look();
        while (!isClosed()) {
            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications((int) PATIENCE.toMillis());
            if (heard == null || heard.length == 0) {
                new SqlRunner(connection).execute("select 1");
                look();
            } else {
                for (PGNotification notification : heard) {
                    deliver(notification.getParameter());
                }
            }
        }
        new SqlRunner(connection).execute("unlisten " + CHANNEL);
    }

    private void look() {
        subscriptions.forEach(subscription -> subscription.listener().look());
    }

    private void deliver(String text) {
        int colon = text.indexOf(':');
        String topic = text.substring(0, Math.max(colon, 0));
        for (Subscription subscription : subscriptions) {
            if (subscription.topic().equals(topic)) {
                subscription.listener().heard(text.substring(colon + 1));
            }
        }
    }

    private void pause(Exception broken) {
        if (!isClosed()) {
            LOG.warn("Listening to other nodes was interrupted and begins again: {}", broken.getMessage());
        }
        try {
            if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Closed while waiting to listen again");
            }
        } catch (InterruptedException interrupted) {
            closed.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
