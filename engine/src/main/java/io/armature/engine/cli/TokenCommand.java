package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tokens for programs. */
@Command(name = "token", description = "Makes tokens for programs.", mixinStandardHelpOptions = true)
final class TokenCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with tokens.");
    }

    @Command(name = "create", description = "Makes a token, shown this once.", mixinStandardHelpOptions = true)
    int create(
            @Option(names = "--user", defaultValue = "admin", description = "In whose name (${DEFAULT-VALUE}).")
                    String username,
            @Option(names = "--name", description = "What it is for.") @Nullable String name,
            @Option(
                            names = "--scope",
                            split = ",",
                            description = "How far it reaches, such as read or write:crm; else as far as its user.")
                    @Nullable
                    List<String> scopes,
            @Option(names = "--days", description = "How long it works; else until it is revoked.") @Nullable
                    Integer days,
            @Mixin ServerTarget target,
            @Mixin Output output) {
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("username", username);
        if (name != null) {
            order.put("name", name);
        }
        if (days != null) {
            order.put("days", days);
        }
        if (scopes != null) {
            ArrayNode array = order.putArray("scopes");
            scopes.forEach(array::add);
        }
        JsonNode made = target.connect().post("/api/auth/tokens", order);
        output.result(made, made.path("token").asText());
        return 0;
    }
}
