package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.archive.ArchiveWriter;
import io.armature.metadata.archive.PackArchive;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Installs, upgrades, uninstalls, activates or deactivates: shows the plan, asks, and has exactly it done. */
@Command(mixinStandardHelpOptions = true)
final class PackVerbCommand implements Callable<Integer> {

    private final PackTests tests;
    private final String verb;
    private final boolean planOnly;

    @Parameters(
            arity = "1..*",
            paramLabel = "PACK",
            description = "Names of packs; to install or upgrade also folders and archives.")
    @SuppressWarnings("NullAway.Init") // required
    private List<String> packs;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--consent",
            description = "The packs' hooks may reach what the plan says; --yes alone does not say so.")
    private boolean consent;

    @Option(names = "--allow-destructive", description = "Columns and tables may be taken out of use.")
    private boolean allowDestructive;

    @Option(names = "--demo", description = "Load the packs' demonstration data too.")
    private boolean demo;

    @Option(names = "--test", description = "Run the packs' tests first, and change nothing unless they hold.")
    private boolean test;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ServerTarget target;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Output output;

    /** @param verb as the server's address has it; {@code planOnly} shows what it would do */
    PackVerbCommand(PackTests tests, String verb, boolean planOnly) {
        this.tests = tests;
        this.verb = verb;
        this.planOnly = planOnly;
    }

    @Override
    public Integer call() {
        RemoteServer server = target.connect();
        requireTested();
        ObjectNode order =
                JsonNodeFactory.instance.objectNode().put("action", verb).put("demo", demo);
        ArrayNode names = order.putArray("packs");
        packs.forEach(pack -> names.add(upload(server, pack)));
        output.progress("Planning …");
        JsonNode plan = server.post("/api/packs/plan", order);
        boolean installable = plan.path("installable").asBoolean();
        if (planOnly || !installable || plan.path("empty").asBoolean()) {
            output.result(plan, PlanPrinter.text(plan));
            return installable ? 0 : 1;
        }
        output.progress(PlanPrinter.text(plan));
        confirm(plan.path("consent"));
        output.progress("Working …");
        order.remove("action");
        order.put("plan", plan.path("plan").asText()).put("allowDestructive", allowDestructive);
        if (consent) {
            order.set("consent", plan.path("consent"));
        }
        output.result(server.post("/api/packs/" + verb, order), "Done.");
        return 0;
    }

    /** Folders and archives of this machine go to the server first. */
    private String upload(RemoteServer server, String pack) {
        boolean brings = verb.equals("install") || verb.equals("upgrade");
        Optional<PackArchive> local = brings ? new PackFiles().find(pack) : Optional.empty();
        if (local.isEmpty()) {
            if (brings && PackFiles.isPath(pack)) {
                throw new Refusal("There is no folder or archive " + pack + ".");
            }
            return pack;
        }
        output.progress("Uploading " + pack + " …");
        byte[] bytes = new ArchiveWriter().write(local.get().files(), Optional.empty());
        return server.upload("/api/packs", bytes).path("digest").asText();
    }

    private void requireTested() {
        if (test) {
            PackFiles files = new PackFiles();
            List<PackArchive> known = packs.stream()
                    .map(pack -> files.find(pack)
                            .or(() -> files.shipped(pack))
                            .orElseThrow(() -> new Refusal(
                                    "Only packs of this machine can be tested first, and " + pack + " is none.")))
                    .toList();
            PackTests.Result result = tests.run(known, name -> true, output::progress);
            if (!result.passed()) {
                throw new Refusal("Nothing was changed. " + result.sum(), result.json());
            }
        }
    }

    /** A person who has read what hooks want to reach, and says yes, confirms that too. */
    private void confirm(JsonNode consents) {
        if (yes) {
            return;
        }
        if (output.isJson() || System.console() == null) {
            throw new Refusal("Nothing was changed. Confirm with --yes.");
        }
        String answer = System.console().readLine("Do it? [y/N] ");
        if (answer == null || !answer.strip().equalsIgnoreCase("y")) {
            throw new Refusal("Nothing was changed.");
        }
        consent |= !consents.isEmpty();
    }
}
