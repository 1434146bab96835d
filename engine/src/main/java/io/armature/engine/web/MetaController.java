package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.current.PackCompiler;
import io.armature.engine.current.PackCompiler.Part;
import io.armature.engine.current.RequestContext;
import io.armature.engine.pack.ModelParts;
import io.armature.engine.problem.ProblemDocument;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.expression.Compilation;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.expression.IrJson;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the model says of itself, and checks for editors. */
@Controller("/api/meta")
public final class MetaController {

    private final Access access;
    private final ModelParts parts;
    private final PackCompiler compiler;
    private final JsonBodies bodies;
    private final ObjectMapper json = new ObjectMapper();
    private final PackReader reader = new PackReader();

    public MetaController(Access access, ModelParts parts, PackCompiler compiler, JsonBodies bodies) {
        this.access = access;
        this.parts = parts;
        this.compiler = compiler;
        this.bodies = bodies;
    }

    /** Files of one pack, by path. */
    record Files(@Nullable Map<String, String> files) {}

    /** An expression to check, on the records of an entity, or on none. */
    record Expressed(@Nullable String expression, @Nullable String entity) {}

    /** What is wrong. */
    record Findings(boolean sound, List<ProblemDocument.Detail> problems) {
        static Findings of(List<Problem> problems, Locale locale) {
            return new Findings(
                    problems.stream().noneMatch(Problem::isError),
                    problems.stream()
                            .map(problem -> ProblemDocument.Detail.of(problem, locale))
                            .toList());
        }
    }

    @Get("/entities")
    public Map<String, List<ObjectNode>> entities(RequestContext context) {
        return Map.of(
                "data",
                visible(context).entities().values().stream()
                        .map(entity -> EntityJson.head(json, entity))
                        .toList());
    }

    @Get("/entities/{name}")
    public ObjectNode entity(RequestContext context, String name) {
        Model visible = visible(context);
        Entity entity = visible.entity(name)
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.NOT_FOUND,
                        "",
                        name,
                        Suggestion.question(name, visible.entities().keySet()))));
        return EntityJson.whole(json, entity);
    }

    private Model visible(RequestContext context) {
        return access.policy(context).visible();
    }

    /** The JSON Schema of a kind of definition: {@code entity.json}. */
    @Get("/schemas/{file}")
    public JsonNode schema(RequestContext context, String file) {
        String name = file.endsWith(".json") ? file.substring(0, file.length() - ".json".length()) : file;
        List<String> known = Arrays.stream(Kind.values()).map(Kind::schema).toList();
        boolean shared = name.equals("common") || name.equals("field");
        if (!shared && !known.contains(name)) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.NOT_FOUND, "", file, Suggestion.question(name, known)));
        }
        try (InputStream stream = MetaController.class.getResourceAsStream("/schema/" + name + ".json")) {
            return json.readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Checks the files of one pack together with the tenant's other packs. */
    @Post("/check")
    public Findings check(RequestContext context, @Body byte[] body) {
        access.requireAdministrator(context, "check packs");
        Map<String, byte[]> files = new TreeMap<>();
        Optional.ofNullable(bodies.read(body, Files.class).files())
                .orElseThrow(() -> new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "files", "files")))
                .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        PackSource source = reader.read(files);
        Part part = new Part(source, PackArchive.of(files).digest());
        List<Part> all = parts.with(context.tenant(), part);
        return Findings.of(compiler.check(all).problems(), context.locale());
    }

    /** Checks an expression; a sound one comes back as its typed tree. */
    @Post("/expressions/check")
    public ObjectNode expression(RequestContext context, @Body byte[] body) {
        Expressed asked = bodies.read(body, Expressed.class);
        String text = Optional.ofNullable(asked.expression())
                .orElseThrow(
                        () -> new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "expression", "expression")));
        String entity = Optional.ofNullable(asked.entity()).orElse("");
        Model visible = visible(context);
        if (!entity.isEmpty() && visible.entity(entity).isEmpty()) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.UNKNOWN_ENTITY,
                    "entity",
                    entity,
                    Suggestion.question(entity, visible.entities().keySet())));
        }
        Compilation compilation = new ExpressionCompiler().compile(text, entity, visible, Optional.empty());
        ObjectNode answer = json.valueToTree(
                Findings.of(compilation.problems(new Position("expression", 1, 1), "expression"), context.locale()));
        compilation.result().ifPresent(expression -> answer.set("expression", IrJson.write(expression)));
        return answer;
    }
}
