package io.armature.engine.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.audit.Audit;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.identity.AccessTokens;
import io.armature.engine.identity.ApiTokens;
import io.armature.engine.identity.Attempts;
import io.armature.engine.identity.CallerCache;
import io.armature.engine.identity.Callers;
import io.armature.engine.identity.Companies;
import io.armature.engine.identity.FirstAdministrator;
import io.armature.engine.identity.Impersonation;
import io.armature.engine.identity.KnownDevices;
import io.armature.engine.identity.LocalToken;
import io.armature.engine.identity.PasswordPolicy;
import io.armature.engine.identity.PasswordSources;
import io.armature.engine.identity.Passwords;
import io.armature.engine.identity.PreferenceStore;
import io.armature.engine.identity.RefreshTokens;
import io.armature.engine.identity.SealedFactors;
import io.armature.engine.identity.SecondFactor;
import io.armature.engine.identity.Sessions;
import io.armature.engine.identity.SignIn;
import io.armature.engine.identity.SigningKey;
import io.armature.engine.identity.Users;
import io.armature.engine.vault.SealedPlaces;
import io.armature.engine.vault.Vault;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Builds what knows who is calling. */
@Factory
final class IdentityFactory {

    @Singleton
    Passwords passwords() {
        return new Passwords();
    }

    @Singleton
    Users users(Database database, Passwords passwords, PasswordPolicy policy, CallerCache callers, Audit audit) {
        return new Users(database, passwords, policy, callers, audit);
    }

    @Singleton
    FirstAdministrator firstAdministrator(Users users, Passwords passwords) {
        return new FirstAdministrator(users, passwords);
    }

    @Singleton
    LocalToken localToken() {
        return new LocalToken();
    }

    @Singleton
    CallerCache callerCache(Clock clock, Signals signals) {
        return new CallerCache(clock, signals);
    }

    /** What teams are depends on the model. */
    @Singleton
    Callers callers(
            Database database, AccessTokens accessTokens, CallerCache cache, LocalToken local, CurrentModels models) {
        models.onSwap((tenant, model) -> cache.forget(tenant));
        return new Callers(database, accessTokens, cache, local, models::of);
    }

    @Singleton
    PasswordPolicy policy(Database database) {
        return new PasswordPolicy(database);
    }

    @Singleton
    Attempts attempts(Database database, Clock clock) {
        return new Attempts(database, clock);
    }

    @Singleton
    SecondFactor secondFactor(Database database, Vault vault, CallerCache callers, Audit audit, Clock clock) {
        return new SecondFactor(database, vault, callers, audit, clock);
    }

    @Singleton
    SignIn signIn(
            Database database,
            PasswordSources sources,
            SecondFactor secondFactor,
            Attempts attempts,
            Sessions sessions,
            Audit audit,
            KnownDevices devices) {
        return new SignIn(database, sources, secondFactor, attempts, sessions, audit, devices);
    }

    @Singleton
    KnownDevices knownDevices(Database database, Clock clock) {
        return new KnownDevices(SigningKey.load(database, SigningKey.DEVICE), clock);
    }

    @Singleton
    SealedPlaces sealedFactors() {
        return new SealedFactors();
    }

    @Singleton
    ApiTokens apiTokens(Database database, CallerCache callers, Audit audit) {
        return new ApiTokens(database, callers, audit);
    }

    @Singleton
    Impersonation impersonation(Database database, Users users, Sessions sessions, Audit audit) {
        return new Impersonation(database, users, sessions, audit);
    }

    @Singleton
    RefreshTokens refreshTokens(Database database) {
        return new RefreshTokens(SigningKey.load(database, SigningKey.REFRESH_TOKEN));
    }

    @Singleton
    AccessTokens accessTokens(Database database, Clock clock) {
        return new AccessTokens(SigningKey.load(database, SigningKey.ACCESS_TOKEN), new ObjectMapper(), clock);
    }

    @Singleton
    Sessions sessions(
            Database database,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Callers callers,
            Audit audit,
            Clock clock) {
        return new Sessions(database, accessTokens, refreshTokens, callers, audit, clock);
    }

    @Singleton
    Companies companies(Database database, CallerCache callers, Audit audit) {
        return new Companies(database, callers, audit);
    }

    @Singleton
    PreferenceStore preferences(Database database, CallerCache callers) {
        return new PreferenceStore(database, callers);
    }
}
