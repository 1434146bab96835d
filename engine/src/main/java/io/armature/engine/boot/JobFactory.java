package io.armature.engine.boot;

import io.armature.engine.access.Access;
import io.armature.engine.audit.Audit;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.event.Outbox;
import io.armature.engine.file.StoredFiles;
import io.armature.engine.job.BackgroundWork;
import io.armature.engine.job.EmitAction;
import io.armature.engine.job.ExportAction;
import io.armature.engine.job.Housekeeping;
import io.armature.engine.job.JobAction;
import io.armature.engine.job.JobMoments;
import io.armature.engine.job.JobScheduler;
import io.armature.engine.job.Jobs;
import io.armature.engine.job.MailAction;
import io.armature.engine.job.MailOrders;
import io.armature.engine.job.PackJobs;
import io.armature.engine.job.PurgeAction;
import io.armature.engine.job.WebhookAction;
import io.armature.engine.print.ExportFiles;
import io.armature.engine.record.RecordReads;
import io.armature.engine.record.Records;
import io.armature.engine.script.Hooks;
import io.armature.engine.tenant.Tenants;
import io.armature.engine.webhook.Webhooks;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** Builds what works in the background. */
@Factory
final class JobFactory {

    @Singleton
    Jobs jobs(Database database, Access access, Audit audit, Clock clock) {
        return new Jobs(database, access, audit, clock);
    }

    @Singleton
    JobMoments jobMoments(Database database, CurrentModels models, Clock clock) {
        return new JobMoments(database, models, clock);
    }

    @Singleton
    JobAction purgeAction(RecordReads reads, Records records) {
        return new PurgeAction(reads, records);
    }

    @Singleton
    @Named("emit")
    JobAction emitAction(Database database, Outbox outbox, Clock clock) {
        return EmitAction.any(database, outbox, clock);
    }

    @Singleton
    @Named("notify")
    JobAction notifyAction(Database database, Outbox outbox, Clock clock) {
        return EmitAction.notification(database, outbox, clock);
    }

    @Singleton
    @Named("mail")
    JobAction mailAction(Database database, RecordReads reads, Outbox outbox, Clock clock) {
        return new MailAction(database, reads, new MailOrders(outbox, clock));
    }

    @Singleton
    @Named("export")
    JobAction exportAction(Database database, ExportFiles exports, StoredFiles files, Outbox outbox, Clock clock) {
        return new ExportAction(database, exports, files, new MailOrders(outbox, clock));
    }

    @Singleton
    @Named("webhook")
    JobAction webhookAction(Database database, Webhooks webhooks, Clock clock) {
        return new WebhookAction(database, webhooks, clock);
    }

    @Singleton
    Housekeeping housekeeping(Database database) {
        return new Housekeeping(database);
    }

    @Singleton
    PackJobs packJobs(Database database, CurrentModels models, Hooks hooks, List<JobAction> actions, Clock clock) {
        return new PackJobs(database, models, hooks, actions, clock);
    }

    @Singleton
    JobScheduler.Surroundings jobSurroundings(Tenants tenants, CurrentModels models, Signals signals, Clock clock) {
        return new JobScheduler.Surroundings(tenants, models, signals, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    NotingConnections notingConnections(DataSource source) {
        return new NotingConnections(ConnectionPool.noting(source));
    }

    @Singleton
    @Bean(preDestroy = "close")
    JobScheduler jobScheduler(
            NotingConnections noting,
            Database database,
            JobScheduler.Surroundings surroundings,
            Jobs jobs,
            PackJobs packJobs,
            List<BackgroundWork> works) {
        return new JobScheduler(noting.source(), database, surroundings, jobs, packJobs, works);
    }
}
