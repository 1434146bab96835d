package io.armature.engine.identity.ldap;

import io.armature.engine.identity.NameMap;
import io.armature.engine.identity.ProvidedUser.Admission;
import java.net.URI;
import java.util.Optional;

/**
 * A directory as a tenant's administrator describes it.
 *
 * @param certificates PEM, whom to trust besides the usual authorities
 * @param search who searches; empty for nobody
 * @param people where users are
 * @param groups where groups are; empty where they do not matter
 */
record Directory(
        String name,
        URI url,
        boolean startTls,
        Optional<String> certificates,
        Optional<Account> search,
        People people,
        Optional<Groups> groups,
        NameMap roleMap,
        NameMap groupMap,
        Admission admission) {

    /** Somebody of the directory, with his password. */
    record Account(String dn, String password) {}

    /** @param filter finds one user; {@code {0}} is the name given */
    record People(String base, String filter, String nameAttribute, String emailAttribute) {}

    /** @param filter finds the groups of a user; {@code {0}} is his DN */
    record Groups(String base, String filter, String attribute) {}

    /** How its accounts are called here. */
    String key() {
        return "ldap:" + name;
    }
}
