package io.armature.engine.identity;

import io.armature.engine.tenant.Tenant;
import java.util.Optional;
import java.util.Set;

/** Gives a new tenant its first user. */
public final class FirstAdministrator {

    public static final String USERNAME = "admin";

    private final Users users;
    private final Passwords passwords;

    public FirstAdministrator(Users users, Passwords passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /**
     * Adds the administrator unless the tenant has users.
     *
     * @param chosen the password; made up when empty
     * @return the password, if one was made up
     */
    public Optional<String> ensure(Tenant tenant, Optional<String> chosen) {
        if (!users.isEmpty(tenant)) {
            return Optional.empty();
        }
        String password = chosen.orElseGet(passwords::generate);
        users.addFirst(
                tenant,
                new Users.NewUser(
                        USERNAME,
                        "Administrator",
                        Optional.empty(),
                        Optional.of(password),
                        Set.of(User.ADMINISTRATOR)));
        return chosen.isPresent() ? Optional.empty() : Optional.of(password);
    }
}
