package io.armature.engine.cli;

import io.armature.engine.script.TypeDeclarations;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Has TypeScript compare the hooks of a pack with its model, where there is a TypeScript. */
final class TypeCheck {

    /** Where the declarations of a pack are kept, inside its folder. */
    static final String FILE = ".armature/armature.d.ts";

    private static final Pattern LINE = Pattern.compile("(.*)\\((\\d+),(\\d+)\\): error (TS\\d+): (.*)");
    private static final String COMPILER = "node_modules/typescript/bin/tsc";

    private TypeCheck() {}

    /** Everything that does not fit; nothing when the pack has no hooks, or there is no TypeScript. */
    static List<Problem> check(Path folder, Model model) {
        Optional<Path> compiler = compiler(folder);
        List<Path> hooks = hooks(folder);
        if (compiler.isEmpty() || hooks.isEmpty()) {
            return List.of();
        }
        try {
            Path declarations = Files.createTempFile("armature", ".d.ts");
            try {
                Files.writeString(declarations, TypeDeclarations.of(model));
                return run(folder, compiler.get(), declarations, hooks);
            } finally {
                Files.delete(declarations);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Problem> run(Path folder, Path compiler, Path declarations, List<Path> hooks)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "node",
                compiler.toString(),
                "--noEmit",
                "--allowJs",
                "--checkJs",
                "--skipLibCheck",
                "--target",
                "esnext",
                "--module",
                "esnext",
                "--lib",
                "esnext",
                "--pretty",
                "false",
                declarations.toString()));
        hooks.forEach(hook -> command.add(
                folder.toAbsolutePath().relativize(hook.toAbsolutePath()).toString()));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(TypeCheck::problem)
                .toList();
    }

    private static Problem problem(Matcher line) {
        Position position = new Position(
                line.group(1).replace('\\', '/'), Integer.parseInt(line.group(2)), Integer.parseInt(line.group(3)));
        return Problem.error(ProblemCode.SCRIPT_TYPES, position, "", line.group(5), line.group(4));
    }

    private static List<Path> hooks(Path folder) {
        Path hooks = folder.resolve("hooks");
        if (!Files.isDirectory(hooks)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(hooks)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** That of the pack's own packages or a folder's above it, of the designer, or one on the path. */
    private static Optional<Path> compiler(Path folder) {
        List<Path> places = new ArrayList<>();
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            places.add(at.resolve(COMPILER));
            places.add(at.resolve("designer").resolve(COMPILER));
        }
        for (String at : Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator)) {
            places.add(Path.of(at).resolve("tsc"));
        }
        return places.stream().filter(Files::isRegularFile).findFirst();
    }
}
