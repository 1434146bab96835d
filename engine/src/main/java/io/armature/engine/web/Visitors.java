package io.armature.engine.web;

import io.armature.engine.identity.User;
import io.armature.engine.write.Uuids;
import io.armature.metadata.definition.FixedPaths;
import io.armature.metadata.definition.RoleDefinition;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * People who are not signed in. Where a pack has a role with {@code visitors: true} they hold it, and may read records that it
 * grants: lists and single records as they are now, the files in fields that they see, and nothing around them.
 */
final class Visitors {

    private static final String PREFIX = "/api/";
    private static final String FILES = "files";
    private static final Set<String> OF_FILE = Set.of("content", "preview");
    private static final int LIST = 4;
    private static final int RECORD = 5;

    private Visitors() {}

    /** Whether the request reads records, or what a file of theirs holds, as they are now. */
    static boolean mayAsk(HttpRequest<?> request) {
        String path = request.getPath();
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (!reads || !path.startsWith(PREFIX)) {
            return false;
        }
        String[] parts = path.split("/");
        if (isFile(parts)) {
            return !request.getParameters().contains("version");
        }
        boolean address = parts.length == LIST
                || parts.length == RECORD && Uuids.parse(parts[RECORD - 1]).isPresent();
        return address
                && !FixedPaths.ALL.contains(parts[LIST - 2])
                && !request.getParameters().contains("asOf")
                && !request.getParameters().contains("deleted");
    }

    /** The visitor who asks; nothing where none of the roles for visitors speaks of what is asked for. */
    static Optional<User> of(Map<String, RoleDefinition> all, HttpRequest<?> request) {
        String[] parts = request.getPath().split("/");
        Set<String> roles = all.entrySet().stream()
                .filter(role -> isFile(parts) || speaksOf(role.getValue(), parts[LIST - 2], parts[LIST - 1]))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(new User(User.VISITOR, "visitor", "Visitor", roles, Optional.empty(), ZoneOffset.UTC));
    }

    /** {@code /api/files/{id}/content}: whose record it is, the file says. */
    private static boolean isFile(String[] parts) {
        return parts.length == RECORD && parts[LIST - 2].equals(FILES) && OF_FILE.contains(parts[RECORD - 1]);
    }

    private static boolean speaksOf(RoleDefinition role, String pack, String entity) {
        return role.grants().containsKey(pack + "." + entity)
                || role.origin().pack().equals(pack) && role.grants().containsKey(entity);
    }
}
