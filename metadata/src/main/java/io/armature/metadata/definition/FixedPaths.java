package io.armature.metadata.definition;

import java.util.Set;

/** What comes behind {@code /api/} in the addresses that belong to no pack. */
public final class FixedPaths {

    /** No pack may be called like one of these. */
    public static final Set<String> ALL = Set.of(
            "auth",
            "meta",
            "packs",
            "screens",
            "access",
            "search",
            "stream",
            "reports",
            "dashboards",
            "files",
            "imports",
            "notifications",
            "mails",
            "audit",
            "people",
            "tenants",
            "vault");

    private FixedPaths() {}
}
