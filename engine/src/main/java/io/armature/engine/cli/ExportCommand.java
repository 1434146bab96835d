package io.armature.engine.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.foreign.frappe.FrappeExport;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the entities of a pack as DocTypes of Frappe. */
@Command(description = "Writes the entities of a pack as DocTypes.", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PACK", description = "The folder or archive of a pack.")
    @SuppressWarnings("NullAway.Init") // required
    private String pack;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the application goes.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Output output;

    @Override
    public Integer call() throws IOException {
        PackFiles packs = new PackFiles();
        PackArchive archive = packs.find(pack)
                .or(() -> packs.shipped(pack))
                .orElseThrow(() -> new Refusal("There is no pack " + pack + ". Name its folder or archive."));
        PackSource source = new PackReader().read(archive.files());
        int written = 0;
        for (Map.Entry<String, byte[]> entry : FrappeExport.files(source).entrySet()) {
            Path file = out.resolve(entry.getKey());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, entry.getValue());
            written++;
        }
        output.result(
                JsonNodeFactory.instance.objectNode().put("files", written).put("folder", out.toString()),
                "Wrote " + written + " files to " + out + ".");
        return 0;
    }
}
