package io.armature.engine.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.armature.engine.access.Access;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditRows;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.event.Outbox;
import io.armature.engine.file.ScriptFiles;
import io.armature.engine.identity.CallerCache;
import io.armature.engine.identity.PasswordPolicy;
import io.armature.engine.identity.Passwords;
import io.armature.engine.identity.PeerAddresses;
import io.armature.engine.mail.MailQueue;
import io.armature.engine.query.read.Facts;
import io.armature.engine.record.Batches;
import io.armature.engine.record.Comments;
import io.armature.engine.record.PartialWriter;
import io.armature.engine.record.RecordReads;
import io.armature.engine.record.RecordWorkflows;
import io.armature.engine.record.Records;
import io.armature.engine.record.ScriptActions;
import io.armature.engine.record.ScriptRecords;
import io.armature.engine.record.Upserts;
import io.armature.engine.record.WorkflowTimers;
import io.armature.engine.script.HookCosts;
import io.armature.engine.script.Hooks;
import io.armature.engine.script.PeerAnswers;
import io.armature.engine.script.ScriptFailures;
import io.armature.engine.script.ScriptLedger;
import io.armature.engine.script.ScriptLog;
import io.armature.engine.transfer.Imports;
import io.armature.engine.vault.Vault;
import io.armature.engine.write.Aftermath;
import io.armature.engine.write.Counters;
import io.armature.engine.write.PasswordSeals;
import io.armature.engine.write.RecordWriter;
import io.armature.engine.write.Seals;
import io.armature.engine.write.TypeSeals;
import io.armature.engine.write.VaultSeals;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Builds the write path. */
@Factory
final class WriteFactory {

    /** Connections of the counters' own. */
    @Singleton
    @Bean(preDestroy = "close")
    CounterConnections counterConnections(DataSource source) {
        return CounterConnections.like(source);
    }

    /**
     * A writer holds a connection when it takes numbers; were those to come from the same pool, writers that wait for each
     * other's connections could use it up.
     */
    record CounterConnections(HikariDataSource source) implements AutoCloseable {

        static CounterConnections like(DataSource other) {
            HikariConfig config = new HikariConfig();
            if (other instanceof HikariDataSource pool) {
                pool.copyStateTo(config);
            } else {
                config.setDataSource(other);
            }
            config.setPoolName("armature-counters");
            config.setMaximumPoolSize(1);
            config.setMinimumIdle(0);
            return new CounterConnections(new HikariDataSource(config));
        }

        @Override
        public void close() {
            source.close();
        }
    }

    /** Asked in the midst of writes, hence by connections of its own. */
    @Singleton
    Facts facts(CounterConnections connections, Clock clock, CallerCache callers) {
        return new Facts(new Database(connections.source()), clock, callers);
    }

    @Singleton
    Counters counters(CounterConnections connections, Clock clock) {
        return new Counters(new Database(connections.source()), clock);
    }

    @Singleton
    Seals seals(Passwords passwords, PasswordPolicy policy, Vault vault) {
        return new TypeSeals(new PasswordSeals(passwords, policy), new VaultSeals(vault));
    }

    @Singleton
    @Bean(preDestroy = "close")
    ScriptLog scriptLog(Database database) {
        return new ScriptLog(database);
    }

    /** Functions write through the door, which runs functions: it is looked up when first needed. */
    @Singleton
    @Bean(preDestroy = "close")
    Hooks hooks(
            BeanProvider<ScriptRecords> records,
            BeanProvider<ScriptFiles> files,
            Outbox outbox,
            MailQueue mails,
            PeerAddresses peers,
            PeerAnswers answers,
            ScriptLedger ledger) {
        return Hooks.of(
                new Hooks.Doors(records::get, files::get), outbox, mails, new Hooks.Peers(peers, answers), ledger);
    }

    @Singleton
    @Requires(missingBeans = PeerAnswers.class)
    PeerAnswers peerAnswers() {
        return PeerAnswers.NONE;
    }

    @Singleton
    ScriptLedger scriptLedger(ScriptLog log, HookCosts costs, ScriptFailures failures) {
        return new ScriptLedger(log, costs, failures);
    }

    @Singleton
    @Bean(preDestroy = "close")
    ScriptFailures scriptFailures(Database database) {
        return new ScriptFailures(database);
    }

    @Singleton
    @Bean(preDestroy = "close")
    HookCosts hookCosts(Database database) {
        return new HookCosts(database);
    }

    @Singleton
    ScriptActions scriptActions(Hooks hooks, Records records, Access access, Clock clock) {
        return new ScriptActions(hooks, records, access, clock);
    }

    @Singleton
    ScriptRecords scriptRecords(Records records, RecordReads reads) {
        return new ScriptRecords(records, reads);
    }

    @Singleton
    RecordWriter recordWriter(
            Access access,
            Clock clock,
            Counters counters,
            Seals seals,
            AuditRows trail,
            Outbox outbox,
            CallerCache callers,
            Hooks hooks) {
        return new RecordWriter(access, clock, counters, seals, new Aftermath(trail, outbox, callers), hooks);
    }

    @Singleton
    Records records(Database database, RecordWriter writer, RecordReads reads, Clock clock) {
        return new Records(database, writer, reads, clock);
    }

    @Singleton
    RecordWorkflows recordWorkflows(
            Database database, RecordWriter writer, RecordReads reads, Access access, Clock clock) {
        return new RecordWorkflows(database, writer, reads, access, clock);
    }

    @Singleton
    WorkflowTimers workflowTimers(Database database, Records records, RecordWriter writer, CurrentModels models) {
        return new WorkflowTimers(database, records, writer, models);
    }

    @Singleton
    Upserts upserts(Records records, RecordReads reads) {
        return new Upserts(records, reads);
    }

    @Singleton
    PartialWriter partialWriter(RecordWriter writer) {
        return new PartialWriter(writer);
    }

    @Singleton
    Batches batches(Records records, PartialWriter partial) {
        return new Batches(records, partial);
    }

    @Singleton
    Imports imports(Database database, PartialWriter partial, RecordReads reads, Hooks hooks, Clock clock) {
        return new Imports(database, partial, reads, hooks, clock);
    }

    @Singleton
    Comments comments(Database database, RecordReads reads, Outbox outbox, Audit audit, Clock clock) {
        return new Comments(database, reads, outbox, audit, clock);
    }
}
