package io.armature.engine.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.engine.script.TypeDeclarations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the types of a pack's model for those who write its hooks. */
@Command(
        name = "types",
        description = "Writes what hooks see as TypeScript declarations, so that editors know every field.",
        mixinStandardHelpOptions = true)
final class PackTypesCommand implements Callable<Integer> {

    private static final String PROJECT = """
            {
              "compilerOptions": { "checkJs": true, "target": "esnext", "module": "esnext", "lib": ["esnext"], "types": [], "skipLibCheck": true },
              "include": [".armature/armature.d.ts", "hooks/*.js"]
            }
            """;

    @Parameters(paramLabel = "DIR", description = "The folder of the pack.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Output output;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Refusal("There is no folder " + folder + ".");
        }
        Path file = folder.resolve(TypeCheck.FILE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, TypeDeclarations.of(new PackCheck().model(folder)));
        Path project = folder.resolve("jsconfig.json");
        if (!Files.exists(project)) {
            Files.writeString(project, PROJECT);
        }
        output.result(
                JsonNodeFactory.instance.objectNode().put("file", file.toString()),
                "Wrote " + file
                        + ". Begin a file of hooks with: /** @type {import('armature').Hooks<'pack.entity'>} */");
        return 0;
    }
}
