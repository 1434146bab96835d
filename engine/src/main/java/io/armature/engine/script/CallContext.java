package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.current.Translations;
import io.armature.engine.identity.User;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** The {@code ctx} of a function. */
final class CallContext implements ProxyObject {

    /** Characters that people are told. */
    private static final int LONGEST_REFUSAL = 2_000;

    private final Call call;
    private final Shown shown;
    private final Optional<ScriptRecord> record;
    private final Map<String, Port> ports;
    private @Nullable RecordProxy before;

    CallContext(Call call, Shown shown, Optional<ScriptRecord> record, Map<String, Port> ports) {
        this.call = call;
        this.shown = shown;
        this.record = record;
        this.ports = ports;
    }

    /** What every {@code ctx} has. */
    @FunctionalInterface
    private interface Member {
        @Nullable
        Object of(CallContext context);
    }

    private static final Map<String, Member> MEMBERS = new TreeMap<>(Map.ofEntries(
            Map.entry("user", CallContext::user),
            Map.entry(
                    "tenant",
                    context -> new Given()
                            .put("name", context.call.scene().context().tenant().name())
                            .frozen()),
            Map.entry("now", context -> context.shown.of(context.call.scene().now())),
            Map.entry(
                    "today",
                    context -> context.shown.of(context.call
                            .scene()
                            .now()
                            .atZone(context.call.scene().context().user().zone())
                            .toLocalDate())),
            Map.entry(
                    "locale", context -> context.call.scene().context().locale().toLanguageTag()),
            Map.entry("dryRun", context -> context.call.scene().dryRun()),
            Map.entry(
                    "isNew", context -> context.record.map(ScriptRecord::isNew).orElse(false)),
            Map.entry("before", CallContext::before),
            Map.entry("changed", context -> (ProxyExecutable) context::changed),
            Map.entry("log", context -> (ProxyExecutable) context::log),
            Map.entry("t", context -> (ProxyExecutable) context::translated),
            Map.entry("refuse", context -> (ProxyExecutable) CallContext::refuse)));

    /** A value in a text: {@code {name}}. */
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private Object user() {
        User user = call.scene().context().user();
        return new Given()
                .put("id", user.id().toString())
                .put("username", user.username())
                .put("name", user.name())
                .put("roles", shown.of(user.roles().stream().sorted().toList()))
                .put("groups", shown.of(user.groups().stream().sorted().toList()))
                .put("teams", shown.of(user.teams().stream().sorted().toList()))
                .put("company", shown.of(user.company().orElse(null)))
                .put("timeZone", Shown.zone(user.zone()))
                .put("hasRole", (ProxyExecutable) given -> user.roles().contains(given[0].asString()))
                .frozen();
    }

    private @Nullable Object before() {
        if (before == null && record.isPresent() && !record.get().isNew()) {
            before = new RecordProxy(record.get(), shown, call, true);
            call.before(before);
        }
        return before;
    }

    private Object changed(Value[] given) {
        ScriptRecord one = record.orElseThrow(() -> new ScriptFault("There is no record here"));
        return Arrays.stream(given)
                .map(Value::asString)
                .map(name -> Optional.ofNullable(one.entity().fields().get(name))
                        .orElseThrow(() -> new ScriptFault(one.entity().fullName() + " has no field `" + name + "`")))
                .anyMatch(field ->
                        one.isNew() ? one.value(field) != null : !Objects.equals(one.before(field), one.value(field)));
    }

    /**
     * {@code ctx.t('{count} days left', { count: 3 })}: the text as the pack's translations say it in the caller's language, or
     * in the one named last.
     */
    private Object translated(Value[] given) {
        Arguments arguments = new Arguments("ctx.t", given);
        RequestContext context = call.scene().context();
        Locale locale = arguments.has(2)
                ? Locale.forLanguageTag(
                        arguments.text(2, "a language, such as 'fr'").replace('_', '-'))
                : context.locale();
        String text = Translations.of(context.model())
                .text(locale, call.pack(), "", arguments.text(0, "a text as the pack's translations have it"));
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        arguments.has(1) && given[1].hasMember(place.group(1))
                                ? words(given[1].getMember(place.group(1)))
                                : place.group()));
    }

    private static String words(Value value) {
        JsonNode json = GuestJson.of(value);
        return json.isNumber() ? json.decimalValue().toPlainString() : json.asText(json.toString());
    }

    private @Nullable Object log(Value[] given) {
        call.log("info", RealmHost.text(given));
        return null;
    }

    /** {@code ctx.refuse('Too late', 'due_at')}: what the user is told, and of which field. */
    private static Object refuse(Value[] given) {
        String said = given.length > 0 ? RealmHost.text(given[0]) : "";
        String message = said.length() > LONGEST_REFUSAL ? said.substring(0, LONGEST_REFUSAL) + "…" : said;
        String field = given.length > 1 && given[1].isString() ? given[1].asString() : "";
        throw new ProblemException(Problem.inValue(ProblemCode.SCRIPT_REFUSED, field, message));
    }

    @Nullable
    Object lent(Object value) {
        return switch (value) {
            case Tool tool ->
                (ProxyExecutable) given -> shown.of(
                        tool.use(Arrays.stream(given).map(GuestJson::of).toList()));
            case Map<?, ?> map -> {
                Given members = new Given();
                map.forEach((name, member) -> members.put(name.toString(), lent(member)));
                yield members.frozen();
            }
            case JsonNode json -> shown.of(json);
            default -> shown.of(value);
        };
    }

    @Override
    public @Nullable Object getMember(String key) {
        Member member = MEMBERS.get(key);
        if (member != null) {
            return member.of(this);
        }
        Port port = ports.get(key);
        if (port != null) {
            return port.open(call, shown);
        }
        Object more = call.scene().more().get(key);
        return more == null ? null : lent(more);
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray(MEMBERS.keySet().toArray());
    }

    @Override
    public boolean hasMember(String key) {
        return MEMBERS.containsKey(key)
                || ports.containsKey(key)
                || call.scene().more().containsKey(key);
    }

    @Override
    public void putMember(String key, Value value) {
        throw new ScriptFault("`ctx` cannot be changed");
    }
}
