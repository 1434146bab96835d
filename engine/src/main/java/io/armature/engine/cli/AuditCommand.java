package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import picocli.CommandLine.Spec;

/** The trail of what happened. */
@Command(name = "audit", description = "Verifies the trail of what happened.", mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {

    private static final int BROKEN = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with the trail.");
    }

    @Command(
            name = "verify",
            description = "Finds rows that were changed, removed, inserted or put in another order.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(names = "--head", description = "A seal noted before, which must still be there.") @Nullable
                    String head,
            @Mixin ServerTarget target,
            @Mixin Output output) {
        String query = head == null ? "" : "?head=" + URLEncoder.encode(head, StandardCharsets.UTF_8);
        JsonNode report = target.connect().get("/api/audit/verify" + query);
        JsonNode trail = report.path("trail");
        List<String> lines = new ArrayList<>();
        lines.add((report.path("sound").asBoolean() ? "The trail is sound: " : "The trail was tampered with: ")
                + trail.path("rows").asLong() + " rows, " + trail.path("sealed").asLong() + " of them in "
                + trail.path("seals").asLong() + " seals.");
        trail.path("problems")
                .forEach(problem -> lines.add("  " + problem.path("kind").asText() + " "
                        + problem.path("row").asText() + " (seal "
                        + problem.path("seal").asLong() + "): "
                        + problem.path("what").asText()));
        if (trail.hasNonNull("head")) {
            lines.add("Latest seal: " + trail.path("head").asText());
        }
        output.result(report, String.join("\n", lines));
        return report.path("sound").asBoolean() ? 0 : BROKEN;
    }

    @Command(name = "seal", description = "Seals what is new, now.", mixinStandardHelpOptions = true)
    int seal(@Mixin ServerTarget target, @Mixin Output output) {
        JsonNode sealed = target.connect().post("/api/audit/seal", JsonNodeFactory.instance.objectNode());
        output.result(sealed, "Latest seal: " + sealed.path("head").asText());
        return 0;
    }
}
