package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the packs of a server. */
@Command(name = "list", description = "Lists the packs of a tenant.", mixinStandardHelpOptions = true)
final class PackListCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ServerTarget target;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Output output;

    @Override
    public Integer call() {
        JsonNode packs = target.connect().get("/api/packs");
        List<String> lines = new ArrayList<>();
        for (JsonNode pack : packs.path("data")) {
            String rest = pack.path("active").asBoolean() ? "" : " (not active)";
            lines.add(pack.path("name").asText() + " " + pack.path("version").asText() + " – "
                    + pack.path("title").asText() + rest);
        }
        output.result(packs, lines.isEmpty() ? "No packs." : String.join("\n", lines));
        return 0;
    }
}
