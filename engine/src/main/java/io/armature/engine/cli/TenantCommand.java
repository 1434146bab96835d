package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Tenants of a server. */
@Command(name = "tenant", description = "Makes and lists tenants.", mixinStandardHelpOptions = true)
final class TenantCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with tenants.");
    }

    @Command(name = "create", description = "Makes a tenant.", mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(names = "--packs", split = ",", description = "Packs to install.") @Nullable List<String> packs,
            @Option(names = "--host", split = ",", description = "Host names at which it answers.") @Nullable
                    List<String> hosts,
            @Option(names = "--admin-password", description = "Of its administrator; else one is made.") @Nullable
                    String password,
            @Mixin ServerTarget target,
            @Mixin Output output) {
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("name", name);
        add(order, "packs", packs);
        add(order, "hosts", hosts);
        if (password != null) {
            order.put("adminPassword", password);
        }
        JsonNode made = target.connect().post("/api/tenants", order);
        String told = made.has("password")
                ? " with the password " + made.path("password").asText()
                : "";
        output.result(made, "Made tenant " + name + "; its administrator is admin" + told + ".");
        return 0;
    }

    @Command(name = "list", description = "Lists the tenants.", mixinStandardHelpOptions = true)
    int list(@Mixin ServerTarget target, @Mixin Output output) {
        JsonNode tenants = target.connect().get("/api/tenants");
        List<String> lines = new ArrayList<>();
        tenants.path("data").forEach(tenant -> lines.add(tenant.path("name").asText()));
        output.result(tenants, String.join("\n", lines));
        return 0;
    }

    private static void add(ObjectNode order, String name, @Nullable List<String> items) {
        if (items != null) {
            ArrayNode array = order.putArray(name);
            items.forEach(array::add);
        }
    }
}
