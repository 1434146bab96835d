package io.armature.engine.boot;

import io.armature.engine.audit.Audit;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.due.DueBook;
import io.armature.engine.identity.Callers;
import io.armature.engine.identity.PeerAddresses;
import io.armature.engine.query.read.Facts;
import io.armature.engine.record.RecordReads;
import io.armature.engine.vault.Vault;
import io.armature.engine.webhook.WebhookPlanner;
import io.armature.engine.webhook.WebhookSender;
import io.armature.engine.webhook.Webhooks;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Builds what tells other systems of events. */
@Factory
final class WebhookFactory {

    @Singleton
    Webhooks.People webhookPeople(Callers callers, CurrentModels models, Facts facts) {
        return new Webhooks.People(callers, models, facts);
    }

    @Singleton
    Webhooks.Keepers webhookKeepers(Vault vault, Audit audit, DueBook book, PeerAddresses peers) {
        return new Webhooks.Keepers(vault, audit, book, peers);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Webhooks webhooks(
            Database database, Webhooks.People people, RecordReads reads, Webhooks.Keepers keepers, Clock clock) {
        return new Webhooks(database, people, reads, keepers, clock);
    }

    @Singleton
    WebhookPlanner webhookPlanner(Database database, DueBook book, Webhooks webhooks) {
        return new WebhookPlanner(database, book, webhooks);
    }

    @Singleton
    WebhookSender webhookSender(Webhooks webhooks) {
        return new WebhookSender(webhooks);
    }
}
