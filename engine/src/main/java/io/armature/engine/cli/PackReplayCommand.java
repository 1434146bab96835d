package io.armature.engine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.script.Replay;
import io.armature.metadata.model.Model;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a function that failed on a server once more on this machine. */
@Command(
        name = "replay",
        description =
                "Runs a function that failed once more, here, with the record, user, moment, chance and answers of then."
                        + " Ends with 0 when the same comes of it, and with 1 when something else does.",
        mixinStandardHelpOptions = true)
final class PackReplayCommand implements Callable<Integer> {

    private static final String FAILURES = "/api/sys/script_failure";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(new JsonNodeFactory(true));

    @Parameters(paramLabel = "ID", description = "The failure's id in sys.script_failure, or that of the request.")
    @SuppressWarnings("NullAway.Init") // required
    private String id;

    @Option(
            names = "--pack",
            paramLabel = "DIR",
            description = "The pack as it shall be run; else that in this folder, else the shipped one.")
    private @Nullable Path folder;

    @Option(
            names = "--inspect",
            arity = "0..1",
            fallbackValue = "9229",
            paramLabel = "PORT",
            description = "Waits for a debugger that speaks the Chrome DevTools protocol (${FALLBACK-VALUE}).")
    private @Nullable Integer inspect;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ServerTarget target;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Output output;

    @Override
    public Integer call() {
        JsonNode failure = failure(target.connect());
        JsonNode recording = recording(failure);
        Path pack = pack(recording.path("pack").asText());
        if (!recording.path("tape").path("whole").asBoolean()) {
            output.progress("The function had asked for more than is kept: it will miss answers.");
        }
        output.progress("Running " + failure.path("hook").asText() + " of " + pack + " as of "
                + recording.path("now").asText() + " …");
        Model model = new PackCheck().model(pack);
        try (Replay replay = inspect == null ? new Replay(model) : Replay.inspected(model, inspect)) {
            Replay.Outcome outcome = replay.run(recording);
            boolean same = outcome.isSame(recording);
            output.result(json(recording, outcome, same), text(recording, outcome, same));
            return same ? 0 : 1;
        }
    }

    private static JsonNode recording(JsonNode failure) {
        try {
            return JSON.readTree(failure.path("recording").asText());
        } catch (JsonProcessingException unreadable) {
            throw new Refusal("The recording cannot be read: " + unreadable.getOriginalMessage());
        }
    }

    private JsonNode failure(RemoteServer server) {
        if (isId(id)) {
            try {
                return server.get(FAILURES + "/" + id);
            } catch (Refusal notThatOne) {
                output.progress("No failure has this id; looking for one of the request …");
            }
        }
        String filter = "request_id == '" + id.replaceAll("[^A-Za-z0-9._-]", "") + "'";
        JsonNode found = server.get(FAILURES + "?sort=at&limit=1&fields=*&filter="
                        + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                .path("data");
        if (found.isEmpty()) {
            throw new Refusal("Nothing is kept of a failure " + id + ".");
        }
        return found.path(0);
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private Path pack(String name) {
        Path here = Path.of("");
        return Optional.ofNullable(folder)
                .or(() -> Optional.of(here.toAbsolutePath())
                        .filter(path -> path.endsWith(name) && Files.exists(path.resolve("pack.yaml"))))
                .or(() -> new PackFiles().folder(name))
                .orElseThrow(() -> new Refusal("Name the folder of the pack " + name + " with --pack."));
    }

    private static ObjectNode json(JsonNode recording, Replay.Outcome outcome, boolean same) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("same", same);
        json.set("then", recording.path("failure"));
        outcome.failure().ifPresentOrElse(now -> json.set("now", now), () -> json.putNull("now"));
        json.set("answer", outcome.answer());
        outcome.log().forEach(json.withArray("log")::add);
        return json;
    }

    private static String text(JsonNode recording, Replay.Outcome outcome, boolean same) {
        StringBuilder text = new StringBuilder();
        outcome.log().forEach(line -> text.append("  ").append(line).append('\n'));
        String now = outcome.failure().map(PackReplayCommand::text).orElse("");
        if (same) {
            return text.append("The same as then: ").append(now).toString();
        }
        text.append("Then: ").append(text(recording.path("failure"))).append('\n');
        return text.append(now.isEmpty() ? "Now it ends well." : "Now:  " + now).toString();
    }

    private static String text(JsonNode failure) {
        return failure.path("code").asText() + " " + failure.path("file").asText() + ":"
                + failure.path("line").asInt() + ":" + failure.path("column").asInt() + " "
                + failure.path("message").asText();
    }
}
