package io.armature.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.foreign.bpmn.BpmnImport;
import io.armature.metadata.foreign.bpmn.BpmnReader;
import io.armature.metadata.foreign.bpmn.BpmnWriter;
import io.armature.metadata.read.PackReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Workflows of packs as BPMN 2.0, and back. */
@Command(
        name = "workflow",
        description = "Writes and reads workflows as BPMN 2.0.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {WorkflowCommand.Export.class, WorkflowCommand.Import.class})
final class WorkflowCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do: export or import.");
    }

    /** Writes one. */
    @Command(name = "export", description = "Writes a workflow of a pack as BPMN 2.0.", mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the pack.")
        @SuppressWarnings("NullAway.Init") // required
        private Path folder;

        @Parameters(index = "1", paramLabel = "NAME", description = "The workflow.")
        @SuppressWarnings("NullAway.Init") // required
        private String name;

        @Option(names = "-o", paramLabel = "FILE", description = "Where to write it; the console when absent.")
        private @Nullable Path file;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Output output;

        @Override
        public Integer call() throws IOException {
            if (!Files.isDirectory(folder)) {
                throw new Refusal("There is no folder " + folder + ".");
            }
            WorkflowDefinition workflow = new PackReader()
                    .read(folder).definitions().stream()
                            .filter(WorkflowDefinition.class::isInstance)
                            .map(WorkflowDefinition.class::cast)
                            .filter(found -> found.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new Refusal("There is no workflow `" + name + "` in " + folder + "."));
            String xml = BpmnWriter.write(workflow);
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("workflow", name);
            if (file == null) {
                output.result(json.put("bpmn", xml), xml);
            } else {
                Files.writeString(file, xml);
                output.result(json.put("file", file.toString()), "Wrote " + file + ".");
            }
            return 0;
        }
    }

    /** Reads one. */
    @Command(
            name = "import",
            description = "Makes a workflow of a BPMN 2.0 file, and names what does not map.",
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "BPMN 2.0 XML.")
        @SuppressWarnings("NullAway.Init") // required
        private Path source;

        @Option(names = "--entity", paramLabel = "NAME", description = "Whose records shall have it: pack.entity.")
        private @Nullable String entity;

        @Option(names = "--field", paramLabel = "NAME", description = "The choice that shall hold the state.")
        private @Nullable String field;

        @Option(names = "-o", paramLabel = "FILE", description = "Where to write it; the console when absent.")
        private @Nullable Path file;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Output output;

        @Override
        public Integer call() throws IOException {
            if (!Files.isRegularFile(source)) {
                throw new Refusal("There is no file " + source + ".");
            }
            BpmnImport read =
                    BpmnReader.read(Files.readString(source), Optional.ofNullable(entity), Optional.ofNullable(field));
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", read.name());
            json.set("definition", read.definition());
            ArrayNode unmapped = json.putArray("unmapped");
            read.unmapped().forEach(unmapped::add);
            String left = read.unmapped().isEmpty()
                    ? ""
                    : "\n# Not mapped:\n# " + String.join("\n# ", read.unmapped()) + "\n";
            if (file != null) {
                Files.writeString(file, read.yaml());
            }
            output.result(json, file == null ? read.yaml() + left : "Wrote " + file + "." + left);
            return 0;
        }
    }
}
