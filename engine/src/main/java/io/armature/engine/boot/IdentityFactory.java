package io.armature.engine.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.identity.AccessTokens;
import io.armature.engine.identity.CallerCache;
import io.armature.engine.identity.Callers;
import io.armature.engine.identity.FirstAdministrator;
import io.armature.engine.identity.LocalToken;
import io.armature.engine.identity.Passwords;
import io.armature.engine.identity.PreferenceStore;
import io.armature.engine.identity.Sessions;
import io.armature.engine.identity.SignInThrottle;
import io.armature.engine.identity.SigningKey;
import io.armature.engine.identity.Users;
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
    Users users(Database database, Passwords passwords, CallerCache callers) {
        return new Users(database, passwords, callers);
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
    SignInThrottle throttle(Clock clock) {
        return new SignInThrottle(clock);
    }

    @Singleton
    AccessTokens accessTokens(Database database, Clock clock) {
        return new AccessTokens(SigningKey.load(database, SigningKey.ACCESS_TOKEN), new ObjectMapper(), clock);
    }

    @Singleton
    Sessions sessions(
            Database database,
            Users users,
            AccessTokens accessTokens,
            Callers callers,
            SignInThrottle throttle,
            Clock clock) {
        return new Sessions(database, users, accessTokens, callers, throttle, clock);
    }

    @Singleton
    PreferenceStore preferences(Database database, CallerCache callers) {
        return new PreferenceStore(database, callers);
    }
}
