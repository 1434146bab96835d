package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys that secrets are sealed with. */
@Command(name = "vault", description = "Replaces the keys of secrets.", mixinStandardHelpOptions = true)
final class VaultCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with the keys.");
    }

    @Command(
            name = "rotate",
            description = "Seals every secret of every tenant with fresh keys, while the server runs.",
            mixinStandardHelpOptions = true)
    int rotate(
            @Option(names = "--new-master", description = "Replace the master key of the data folder too.")
                    boolean newMaster,
            @Mixin ServerTarget target,
            @Mixin Output output) {
        JsonNode done = target.connect()
                .post("/api/vault/rotate", JsonNodeFactory.instance.objectNode().put("newMaster", newMaster));
        int sealed = 0;
        for (JsonNode count : done.path("sealed")) {
            sealed += count.asInt();
        }
        output.result(
                done, "Sealed " + sealed + " secrets of " + done.path("sealed").size() + " tenants with fresh keys.");
        return 0;
    }
}
