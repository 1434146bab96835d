package io.armature.engine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.PackCompiler;
import io.armature.engine.current.PackCompiler.Part;
import io.armature.engine.print.PrintCheck;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.foreign.Application;
import io.armature.metadata.foreign.EarlierPacks;
import io.armature.metadata.foreign.EarlierWorkflows;
import io.armature.metadata.foreign.ForeignSource;
import io.armature.metadata.foreign.ImportReport;
import io.armature.metadata.foreign.ReportText;
import io.armature.metadata.foreign.SoundApplications;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes packs of the applications of another system. One command for all sources. */
@Command(mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final String CORE = "core";

    private final ForeignSource source;
    private final PackReader reader = new PackReader();

    @Parameters(paramLabel = "DIR", description = "The folder with the foreign files.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the packs go, a folder each.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write what became of each part: JSON, or a text where the name ends in .txt or .md.")
    private List<Path> reports = new ArrayList<>();

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Output output;

    ImportCommand(ForeignSource source) {
        this.source = source;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Refusal("There is no folder " + folder + ".");
        }
        ImportReport report = new ImportReport();
        output.progress("Reading " + folder + " …");
        List<Application> read = source.read(folder, report);
        if (read.stream().allMatch(application -> application.drafts().isEmpty())) {
            throw new Refusal("There is nothing in " + folder + " that could be imported from " + source.name()
                    + ". Name the folder that holds the application.");
        }
        output.progress("Checking …");
        read.forEach(application -> new WrittenPack(out.resolve(application.pack())).check());
        List<PackSource> earlier = earlier();
        new EarlierPacks(earlier).carry(read, report);
        List<Application> sound = new SoundApplications(this::problems, report).of(read);
        new EarlierWorkflows(earlier).carry(sound, report);
        for (Application application : sound) {
            new WrittenPack(out.resolve(application.pack())).write(application);
        }
        for (Path file : reports) {
            boolean text = file.toString().endsWith(".txt") || file.toString().endsWith(".md");
            Files.writeString(
                    file,
                    text ? ReportText.text(report) : ReportText.json(report).toPrettyString() + "\n");
        }
        ObjectNode json = ReportText.json(report);
        output.result(json, ReportText.summary(report) + "\n" + next(sound));
        return 0;
    }

    /** The packs that stand where these will be written. */
    private List<PackSource> earlier() throws IOException {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(out)) {
            return folders.filter(folder -> new WrittenPack(folder).isThere())
                    .sorted()
                    .map(reader::read)
                    .toList();
        }
    }

    private String next(List<Application> applications) {
        StringBuilder text = new StringBuilder("\nWrote ")
                .append(applications.size())
                .append(applications.size() == 1 ? " pack" : " packs")
                .append(" to ")
                .append(out)
                .append(". Next:\n  armature pack install");
        applications.forEach(application -> text.append(' ').append(out.resolve(application.pack())));
        return text.toString();
    }

    private List<Problem> problems(List<PackSource> packs) {
        List<Part> parts = new ArrayList<>();
        packs.forEach(pack -> parts.add(part(pack)));
        if (packs.stream().anyMatch(pack -> pack.manifest().requires().containsKey(CORE))) {
            new PackFiles().shipped(CORE).ifPresent(archive -> parts.add(part(reader.read(archive.files()))));
        }
        return new PackCompiler(List.of(PrintCheck::check)).check(parts).problems();
    }

    private static Part part(PackSource source) {
        return new Part(source, PackArchive.of(source.files()).digest());
    }
}
