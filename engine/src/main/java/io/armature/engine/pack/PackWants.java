package io.armature.engine.pack;

import io.armature.engine.access.Lasting;
import io.armature.metadata.definition.DataDefinition;
import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.ExtensionDefinition;
import io.armature.metadata.definition.JobDefinition;
import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.read.PackSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody confirms who installs a pack: what its manifest grants its functions, and what its other files do with all rights or
 * for everybody, which no line of the manifest asks for.
 */
final class PackWants {

    /** Its data makes accounts, roles or ways to sign in. */
    private static final String ACCOUNTS = "accounts";

    /** Jobs of it send records away, whichever they are. */
    private static final String EXPORT = "export";

    /** Jobs and mails of it write to people by themselves. */
    private static final String MAIL = "mail";

    /** It says of fields of other packs how secret they are. */
    private static final String SENSITIVITY = "sensitivity";

    /** A role of it lets people read who are not signed in. */
    private static final String VISITORS = "visitors";

    private PackWants() {}

    /** By name, each once. */
    static List<String> of(PackSource source) {
        Set<String> wants = new TreeSet<>(source.manifest().grants().names());
        source.definitions().forEach(file -> ofFile(file).ifPresent(wants::add));
        return List.copyOf(wants);
    }

    private static Optional<String> ofFile(Definition file) {
        return switch (file) {
            case DataDefinition data when Lasting.is(data.entity()) -> Optional.of(ACCOUNTS);
            case JobDefinition job -> job.action().filter(action -> action.equals(MAIL) || action.equals(EXPORT));
            case MailDefinition mail when mail.send().isPresent() -> Optional.of(MAIL);
            case ExtensionDefinition extension when loosens(extension) -> Optional.of(SENSITIVITY);
            case RoleDefinition role when isForVisitors(role) -> Optional.of(VISITORS);
            default -> Optional.empty();
        };
    }

    private static boolean loosens(ExtensionDefinition extension) {
        return extension.overrides().values().stream().anyMatch(changed -> changed.containsKey(SENSITIVITY));
    }

    private static boolean isForVisitors(RoleDefinition role) {
        return role.source().get(VISITORS).orElse(null) instanceof FlagNode flag && flag.value();
    }
}
