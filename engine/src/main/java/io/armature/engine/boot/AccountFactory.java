package io.armature.engine.boot;

import io.armature.engine.audit.Audit;
import io.armature.engine.db.Database;
import io.armature.engine.due.DueBook;
import io.armature.engine.identity.Accounts;
import io.armature.engine.identity.CallerCache;
import io.armature.engine.identity.PasswordPolicy;
import io.armature.engine.identity.PasswordSources;
import io.armature.engine.identity.PeerAddresses;
import io.armature.engine.identity.ProvidedUsers;
import io.armature.engine.identity.PublicAddress;
import io.armature.engine.identity.SignIn;
import io.armature.engine.identity.Users;
import io.armature.engine.identity.ldap.Directories;
import io.armature.engine.identity.oauth.OauthSignIn;
import io.armature.engine.mail.MailFiles;
import io.armature.engine.mail.MailQueue;
import io.armature.engine.mail.MailSender;
import io.armature.engine.mail.MailServer;
import io.armature.engine.vault.Vault;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Builds what speaks with others about accounts: mail servers, providers, directories. */
@Factory
final class AccountFactory {

    private static final int USUAL_PORT = 8080;

    @Singleton
    MailQueue mailQueue(Vault vault, DueBook book) {
        return new MailQueue(vault, book);
    }

    @Singleton
    MailSender mailSender(Database database, Vault vault, MailFiles files, ServerOptions options) {
        Optional<MailServer> server = options.variable("ARMATURE_SMTP_URL")
                .map(url -> new MailServer(
                        URI.create(url),
                        options.variable("ARMATURE_SMTP_FROM").orElse("Armature <armature@localhost>")));
        return new MailSender(database, vault, files, server);
    }

    @Singleton
    PublicAddress publicAddress(ServerOptions options) {
        int port = options.port() == 0 ? USUAL_PORT : options.port();
        return new PublicAddress(options.variable("ARMATURE_PUBLIC_URL"), "http://localhost:" + port);
    }

    @Singleton
    PeerAddresses peerAddresses(ServerOptions options) {
        return new PeerAddresses(options.variable("ARMATURE_PRIVATE_PEERS")
                .filter("true"::equals)
                .isPresent());
    }

    @Singleton
    Accounts accounts(
            Database database,
            Users users,
            PasswordPolicy policy,
            MailQueue queue,
            PublicAddress address,
            Audit audit,
            Clock clock) {
        return new Accounts(database, users, policy, queue, address, audit, clock);
    }

    @Singleton
    ProvidedUsers providedUsers(Database database, Users users, CallerCache callers, Audit audit) {
        return new ProvidedUsers(database, users, callers, audit);
    }

    @Singleton
    Directories directories(Database database, Vault vault, ProvidedUsers users, PeerAddresses allowed) {
        return new Directories(database, vault, users, allowed);
    }

    /** Our own passwords first: they cost no question elsewhere. */
    @Singleton
    PasswordSources passwordSources(Users users, Directories directories) {
        return new PasswordSources(List.of(users, directories));
    }

    @Singleton
    OauthSignIn.Peers oauthPeers(Vault vault, PublicAddress address, PeerAddresses allowed, Clock clock) {
        return new OauthSignIn.Peers(vault, address, allowed, clock);
    }

    @Singleton
    OauthSignIn oauthSignIn(Database database, ProvidedUsers users, SignIn signIn, OauthSignIn.Peers peers) {
        return new OauthSignIn(database, users, signIn, peers);
    }
}
