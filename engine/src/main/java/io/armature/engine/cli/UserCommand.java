package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Users of a tenant. */
@Command(name = "user", description = "Adds and lists users, sets passwords.", mixinStandardHelpOptions = true)
final class UserCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with users.");
    }

    @Command(name = "add", description = "Adds a user.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "USERNAME", description = "What the user signs in with.") String username,
            @Option(names = "--name", description = "What others call the user.") @Nullable String name,
            @Option(names = "--password", description = "Else one is made.") @Nullable String password,
            @Option(names = "--role", split = ",", description = "Roles, such as administrator.") @Nullable
                    List<String> roles,
            @Mixin ServerTarget target,
            @Mixin Output output) {
        ObjectNode order = order(password).put("username", username);
        if (name != null) {
            order.put("name", name);
        }
        if (roles != null) {
            ArrayNode array = order.putArray("roles");
            roles.forEach(array::add);
        }
        JsonNode added = target.connect().post("/api/auth/users", order);
        output.result(added, "Added " + username + told(added) + ".");
        return 0;
    }

    @Command(name = "password", description = "Gives a user another password.", mixinStandardHelpOptions = true)
    int password(
            @Parameters(paramLabel = "USERNAME", description = "What the user signs in with.") String username,
            @Option(names = "--password", description = "Else one is made.") @Nullable String password,
            @Mixin ServerTarget target,
            @Mixin Output output) {
        String path = "/api/auth/users/" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "/password";
        JsonNode changed = target.connect().post(path, order(password));
        output.result(changed, username + " has another password" + told(changed) + ".");
        return 0;
    }

    @Command(name = "list", description = "Lists the users.", mixinStandardHelpOptions = true)
    int list(@Mixin ServerTarget target, @Mixin Output output) {
        JsonNode users = target.connect().get("/api/auth/users");
        List<String> lines = new ArrayList<>();
        for (JsonNode user : users.path("data")) {
            lines.add(user.path("username").asText() + " – " + user.path("name").asText() + " " + user.path("roles")
                    + (user.path("active").asBoolean() ? "" : " (not active)"));
        }
        output.result(users, String.join("\n", lines));
        return 0;
    }

    private static ObjectNode order(@Nullable String password) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        return password == null ? order : order.put("password", password);
    }

    private static String told(JsonNode answer) {
        return answer.has("password")
                ? ", the password is " + answer.path("password").asText()
                : "";
    }
}
