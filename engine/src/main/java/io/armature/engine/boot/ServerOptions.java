package io.armature.engine.boot;

import io.armature.engine.vault.MasterKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a server is run.
 *
 * @param port 0 for any free one
 * @param data the folder of everything that is kept on this machine, absolute
 * @param database an external PostgreSQL; the embedded one when empty
 * @param packs names of shipped packs, or folders and archives, to install; the shipped ones when empty
 * @param demo whether to load the packs' demonstration data
 * @param watched folders of packs that are live while they are edited
 * @param administratorPassword of the first user; made up when empty
 * @param environment what else the operator says, as environment variables
 */
public record ServerOptions(
        int port,
        Path data,
        Optional<DatabaseAddress> database,
        Optional<List<String>> packs,
        boolean demo,
        List<Path> watched,
        Optional<String> administratorPassword,
        Map<String, String> environment) {

    public ServerOptions {
        packs = packs.map(List::copyOf);
        watched = List.copyOf(watched);
        environment = Map.copyOf(environment);
    }

    /** With the environment of this process. */
    public ServerOptions(
            int port,
            Path data,
            Optional<DatabaseAddress> database,
            Optional<List<String>> packs,
            boolean demo,
            List<Path> watched,
            Optional<String> administratorPassword) {
        this(port, data, database, packs, demo, watched, administratorPassword, System.getenv());
    }

    /** A variable of the environment, unless it is empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    /** The keys that wrap those of tenants: of the environment, else of a file among the data. */
    MasterKeys masterKeys() {
        return MasterKeys.of(
                Optional.ofNullable(System.getenv("ARMATURE_MASTER_KEY")).filter(text -> !text.isBlank()), data);
    }

    /** Where a database is, and who signs in. */
    public record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {}
}
