package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tenants of a server. */
@Command(name = "tenant", description = "Makes, lists, moves and ends tenants.", mixinStandardHelpOptions = true)
final class TenantCommand implements Runnable {

    private static final String PASSPHRASE =
            "Wraps the tenant's keys; without one only servers with the same master key can take it in.";

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

    @Command(name = "suspend", description = "Lets a tenant rest.", mixinStandardHelpOptions = true)
    int suspend(@Parameters(paramLabel = "NAME") String name, @Mixin ServerTarget target, @Mixin Output output) {
        return state(target, output, name, "suspend", "Tenant " + name + " rests.");
    }

    @Command(
            name = "resume",
            description = "Lets a tenant work again that was suspended, or deleted and not gone yet.",
            mixinStandardHelpOptions = true)
    int resume(@Parameters(paramLabel = "NAME") String name, @Mixin ServerTarget target, @Mixin Output output) {
        return state(target, output, name, "resume", "Tenant " + name + " works again.");
    }

    @Command(
            name = "delete",
            description = "Deletes a tenant; until it is gone for good, resume brings it back.",
            mixinStandardHelpOptions = true)
    int delete(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--days", defaultValue = "30", description = "How long it waits (${DEFAULT-VALUE}).")
                    int days,
            @Mixin ServerTarget target,
            @Mixin Output output) {
        JsonNode gone = target.connect().delete("/api/tenants/" + name + "?days=" + days);
        output.result(
                gone,
                "Tenant " + name + " is gone for good at " + gone.path("endsAt").asText() + ".");
        return 0;
    }

    @Command(name = "export", description = "Writes a whole tenant into a file.", mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "-o", required = true, paramLabel = "FILE", description = "Where to.") Path file,
            @Option(names = "--passphrase", description = PASSPHRASE) @Nullable String passphrase,
            @Mixin ServerTarget target,
            @Mixin Output output) {
        output.progress("Writing " + file + " …");
        target.connect().download("/api/tenants/" + name + "/export", file, headers(passphrase));
        output.result(
                JsonNodeFactory.instance.objectNode().put("tenant", name).put("file", file.toString()),
                "Tenant " + name + " is in " + file + ".");
        return 0;
    }

    @Command(name = "import", description = "Makes a tenant of such a file.", mixinStandardHelpOptions = true)
    int take(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--as", paramLabel = "NAME", description = "Another name than its own.") @Nullable
                    String name,
            @Option(names = "--passphrase", description = PASSPHRASE) @Nullable String passphrase,
            @Mixin ServerTarget target,
            @Mixin Output output) {
        output.progress("Reading " + file + " …");
        String query = name == null ? "" : "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        JsonNode made = target.connect().upload("/api/tenants/import" + query, file, headers(passphrase));
        output.result(made, "Made tenant " + made.path("name").asText() + ".");
        return 0;
    }

    private static int state(ServerTarget target, Output output, String name, String verb, String text) {
        JsonNode tenant =
                target.connect().post("/api/tenants/" + name + "/" + verb, JsonNodeFactory.instance.objectNode());
        output.result(tenant, text);
        return 0;
    }

    private static Map<String, String> headers(@Nullable String passphrase) {
        return passphrase == null ? Map.of() : Map.of("X-Passphrase", passphrase);
    }

    private static void add(ObjectNode order, String name, @Nullable List<String> items) {
        if (items != null) {
            ArrayNode array = order.putArray(name);
            items.forEach(array::add);
        }
    }
}
