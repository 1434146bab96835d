package io.armature.engine.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Begins a pack. */
@Command(name = "new", description = "Makes a folder with a small pack that works.", mixinStandardHelpOptions = true)
final class PackNewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder; its name becomes the pack's.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Output output;

    @Override
    public Integer call() throws IOException {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new Refusal("A pack is called by lower-case letters, digits and underscores, not `" + name + "`.");
        }
        if (Files.exists(folder.resolve("pack.yaml"))) {
            throw new Refusal("There is a pack in " + folder + " already.");
        }
        write("pack.yaml", """
                pack: %s
                version: 0.1.0
                title: %s
                engine: ">=0.1 <1"
                """.formatted(name, title(name)));
        write("entities/item.yaml", """
                title: Item
                plural: Items
                label: name
                key: [code]
                fields:
                  code: { type: text, required: true, max: 20 }
                  name: { type: text, required: true }
                """);
        output.result(
                JsonNodeFactory.instance.objectNode().put("pack", name).put("folder", folder.toString()),
                "Made " + folder + ". Next: armature pack check " + folder + "; armature run --watch " + folder);
        return 0;
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private static String title(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' ');
    }
}
