package io.armature.engine.boot;

import io.armature.engine.identity.Passwords;
import io.armature.engine.identity.User;
import io.armature.engine.identity.Users;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Gives a new main tenant its first user. */
@Singleton
final class FirstAdministrator {

    static final String USERNAME = "admin";

    private final Tenants tenants;
    private final Users users;
    private final Passwords passwords;

    FirstAdministrator(Tenants tenants, Users users, Passwords passwords) {
        this.tenants = tenants;
        this.users = users;
        this.passwords = passwords;
    }

    /** The password, if one was made up. */
    record Outcome(Optional<String> madePassword) {}

    /** @param chosen the password; made up when empty */
    Outcome ensure(Optional<String> chosen) {
        Tenant main = tenants.named(Tenant.MAIN).orElseThrow();
        if (!users.isEmpty(main)) {
            return new Outcome(Optional.empty());
        }
        String password = chosen.orElseGet(passwords::generate);
        users.add(main, USERNAME, "Administrator", password, Set.of(User.ADMINISTRATOR));
        return new Outcome(chosen.isPresent() ? Optional.empty() : Optional.of(password));
    }
}
