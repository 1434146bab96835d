package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.metadata.definition.HookDefinition;
import io.armature.metadata.definition.TestScriptDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * Files of tests that are functions: {@code export default { title, given, tests: { 'what holds'(t) { … } } }}. They run as confined as
 * hooks do; what they can do beyond computing are the tools that are lent to them.
 */
public final class TestScripts implements AutoCloseable {

    private final ScriptThreads threads = new ScriptThreads();
    private final RealmPool realms = new RealmPool();

    /**
     * What a file says of itself.
     *
     * @param given what is there before each test, as files of scenarios say it
     * @param tests the names of its functions, in their order
     */
    public record Contents(String title, JsonNode given, List<String> tests) {

        public Contents {
            tests = List.copyOf(tests);
        }
    }

    /**
     * Looks into a file.
     *
     * @throws ProblemException when it cannot be read, or has no tests
     */
    public Contents contents(TestScriptDefinition file) {
        return during(file, "export", (realm, exported) -> {
            Value tests = exported.getMember("tests");
            if (tests == null || !tests.hasMembers()) {
                throw new ProblemException(Problem.error(
                        ProblemCode.SCRIPT_SHAPE,
                        file.origin().position(),
                        "tests",
                        "tests",
                        "`tests: { 'what holds'(t) { … } }`"));
            }
            Value title = exported.getMember("title");
            Value given = exported.getMember("given");
            return new Contents(
                    title != null && title.isString() ? title.asString() : file.name(),
                    given == null || given.isNull() ? JsonNodeFactory.instance.objectNode() : GuestJson.of(given),
                    new ArrayList<>(tests.getMemberKeys()));
        });
    }

    /**
     * Runs one test.
     *
     * @param tools what it can do
     * @param values what it is told
     * @throws ProblemException with file and line, when it fails
     */
    public void run(
            TestScriptDefinition file, String test, Map<String, ? extends Tool> tools, Map<String, JsonNode> values) {
        during(file, test, (realm, exported) -> {
            Call call = ScriptThread.current().orElseThrow();
            Given members = new Given();
            values.forEach((name, value) -> members.put(name, realm.shown().of(value)));
            CallContext context = new CallContext(call, realm.shown(), Optional.empty(), Map.of());
            tools.forEach((name, tool) -> members.put(name, context.lent(tool)));
            Value function = exported.getMember("tests").getMember(test);
            return realm.run(function, exported, members.frozen(), context, call)
                    .toString();
        });
    }

    private <T> T during(TestScriptDefinition file, String name, BiFunction<Realm, Value, T> work) {
        HookDefinition definition = new HookDefinition(file.name(), file.origin(), file.script(), file.source());
        Source source = ScriptEngine.source(definition);
        RealmPool.Key key = new RealmPool.Key("", "", "");
        return threads.run(() -> {
            Call call = new Call(Optional.empty(), definition, Point.function(name), Budget.TESTING, Optional.empty());
            Realm realm = realms.take(key);
            try {
                return realm.during(call, own -> {
                    Value exported = own.exported(source);
                    if (exported == null || !exported.hasMembers()) {
                        throw new ProblemException(Problem.error(
                                ProblemCode.SCRIPT_EXPORT, file.origin().position(), ""));
                    }
                    return work.apply(own, exported);
                });
            } finally {
                realm.close();
            }
        });
    }

    @Override
    public void close() {
        threads.close();
        realms.close();
    }
}
