package io.armature.engine.boot;

import static java.util.Map.entry;

import com.zaxxer.hikari.HikariDataSource;
import io.armature.engine.audit.TrailKeeper;
import io.armature.engine.current.ModelWatcher;
import io.armature.engine.db.Signals;
import io.armature.engine.due.DueRunner;
import io.armature.engine.event.OutboxDispatcher;
import io.armature.engine.identity.FirstAdministrator;
import io.armature.engine.identity.LocalToken;
import io.armature.engine.job.JobScheduler;
import io.armature.engine.mail.MailQueue;
import io.armature.engine.mail.MailSender;
import io.armature.engine.pack.FirstPacks;
import io.armature.engine.site.SiteKeeper;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.engine.web.FailureReader;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A running node: the beans, the HTTP server, and the pool it was given. */
public final class Server implements AutoCloseable {

    /** Bytes that a streamed body may have: whole tenants come in so. */
    private static final long MOST_BYTES = 1L << 40;

    /** Bytes of a body in memory; JSON bodies may have fewer. */
    private static final long MOST_BUFFERED = 64L * 1024 * 1024;

    private final HikariDataSource source;
    private final ApplicationContext context;
    private final EmbeddedServer http;
    private final Optional<String> madePassword;

    private Server(
            HikariDataSource source, ApplicationContext context, EmbeddedServer http, Optional<String> madePassword) {
        this.source = source;
        this.context = context;
        this.http = http;
        this.madePassword = madePassword;
    }

    /** Starts a node on a database; it answers when this returns. */
    public static Server start(ServerOptions options, ServerOptions.DatabaseAddress address) {
        return start(options, address, new Object[0]);
    }

    /**
     * Starts a node that uses these beans in place of its own.
     *
     * @param others such as another clock
     */
    static Server start(ServerOptions options, ServerOptions.DatabaseAddress address, Object... others) {
        HikariDataSource source = ConnectionPool.open(address);
        try {
            ApplicationContext context =
                    context(options, source).singletons(others).start();
            try {
                return start(options, source, context);
            } catch (RuntimeException failed) {
                context.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    private static Server start(ServerOptions options, HikariDataSource source, ApplicationContext context) {
        Tenants tenants = context.getBean(Tenants.class);
        tenants.start();
        context.getBean(ModelWatcher.class).refresh();
        context.getBean(Signals.class).start();
        context.getBean(TrailKeeper.class).start();
        context.getBean(SiteKeeper.class).start();
        startWork(context, tenants);
        Tenant main = tenants.named(Tenant.MAIN).orElseThrow();
        context.getBean(FirstPacks.class).ensure(main, options.packs(), options.demo());
        Optional<String> madePassword =
                context.getBean(FirstAdministrator.class).ensure(main, options.administratorPassword());
        EmbeddedServer http = context.getBean(EmbeddedServer.class);
        http.start();
        ServerFile.write(
                options.data(),
                "http://localhost:" + http.getPort(),
                context.getBean(LocalToken.class).text());
        return new Server(source, context, http, madePassword);
    }

    /** What nodes do by themselves, begun before this one answers. */
    private static void startWork(ApplicationContext context, Tenants tenants) {
        DueRunner due = context.getBean(DueRunner.class);
        due.start();
        if (context.getBean(MailSender.class).canSend()) {
            due.wake(MailQueue.KIND);
        }
        context.getBean(OutboxDispatcher.class).sweep(tenants);
        context.getBean(JobScheduler.class).start();
    }

    private static ApplicationContextBuilder context(ServerOptions options, DataSource source) {
        return ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .singletons(source, options, options.masterKeys())
                .properties(Map.ofEntries(
                        entry("micronaut.application.name", "armature"),
                        entry("micronaut.server.port", options.port() == 0 ? -1 : options.port()),
                        entry("micronaut.server.thread-selection", "blocking"),
                        entry("micronaut.server.max-request-size", MOST_BYTES),
                        entry("micronaut.server.max-request-buffer-size", MOST_BUFFERED),
                        entry("micronaut.server.multipart.max-file-size", MOST_BYTES),
                        entry("micronaut.server.multipart.mixed", true),
                        entry("micronaut.server.date-header", false),
                        // Which sites may call is for each tenant to say, on this machine too.
                        entry("micronaut.server.cors.localhost-pass-through", true),
                        // Callers are found by our filter; people sign in where their tenant says; refusals are
                        // problems.
                        entry("micronaut.security.filter.enabled", false),
                        entry("micronaut.security.basic-auth.enabled", false),
                        entry("micronaut.security.endpoints.login.enabled", false),
                        entry("micronaut.security.endpoints.logout.enabled", false),
                        entry("micronaut.security.endpoints.oauth.enabled", false),
                        entry("micronaut.security.endpoints.introspection.enabled", false),
                        entry("micronaut.security.redirect.enabled", false),
                        entry("micronaut.server.netty.max-initial-line-length", FailureReader.MOST_HEAD_BYTES),
                        entry("micronaut.server.netty.max-header-size", FailureReader.MOST_HEAD_BYTES),
                        entry("jackson.serialization-inclusion", "ALWAYS"),
                        entry("jackson.serialization.write-dates-as-timestamps", false)));
    }

    /** Where it listens, as a caller on this machine says it. */
    public String address() {
        return "http://localhost:" + http.getPort();
    }

    /** The beans, for what runs beside the server. */
    public ApplicationContext beans() {
        return context;
    }

    /** The password that was made up for the first administrator, if that was now. */
    public Optional<String> madePassword() {
        return madePassword;
    }

    @Override
    public void close() {
        http.stop();
        context.close();
        source.close();
    }
}
