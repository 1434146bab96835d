package io.armature.engine.web;

import io.armature.engine.access.Access;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Passwords;
import io.armature.engine.identity.Sessions;
import io.armature.engine.identity.Users;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users and tokens, for administrators. A password that is not given is made up, and told this once. */
@Controller("/api/auth")
public final class UserController {

    private final Access access;
    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final JsonBodies bodies;
    private final Clock clock;

    public UserController(
            Access access, Users users, Passwords passwords, Sessions sessions, JsonBodies bodies, Clock clock) {
        this.access = access;
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** A user to add, or whose password changes. */
    record UserOrder(
            @Nullable String username,
            @Nullable String name,
            @Nullable String password,
            @Nullable Set<String> roles) {}

    /** A token to make; it never ends without {@code days}. */
    record TokenOrder(
            @Nullable String username,
            @Nullable String name,
            @Nullable Integer days) {}

    @Get("/users")
    public Map<String, List<Users.Listed>> list(RequestContext context) {
        access.requireAdministrator(context, "see users");
        return Map.of("data", users.list(context.tenant()));
    }

    @Post("/users")
    public HttpResponse<Map<String, String>> add(RequestContext context, @Body byte[] body) {
        access.requireAdministrator(context, "add users");
        UserOrder order = bodies.read(body, UserOrder.class);
        String username = required("username", order.username());
        String password = Optional.ofNullable(order.password()).orElseGet(passwords::generate);
        String name = Optional.ofNullable(order.name()).orElse(username);
        Set<String> roles = Optional.ofNullable(order.roles()).orElse(Set.of());
        String id = users.add(context.tenant(), username, name, password, roles).toString();
        return HttpResponse.created(answer(Map.of("id", id), username, order, password));
    }

    @Post("/users/{username}/password")
    public Map<String, String> password(RequestContext context, String username, @Body byte[] body) {
        access.requireAdministrator(context, "change passwords");
        UserOrder order = bodies.read(body, UserOrder.class);
        String password = Optional.ofNullable(order.password()).orElseGet(passwords::generate);
        users.changePassword(context.tenant(), username, password);
        return answer(Map.of(), username, order, password);
    }

    @Post("/tokens")
    public HttpResponse<Map<String, String>> token(RequestContext context, @Body byte[] body) {
        access.requireAdministrator(context, "make tokens");
        TokenOrder order = bodies.read(body, TokenOrder.class);
        String username = required("username", order.username());
        Optional<Instant> expires =
                Optional.ofNullable(order.days()).map(days -> clock.instant().plus(Duration.ofDays(days)));
        String name = Optional.ofNullable(order.name()).orElse("token");
        String token = sessions.createToken(context.tenant(), username, name, expires);
        return HttpResponse.created(Map.of("token", token));
    }

    private static Map<String, String> answer(
            Map<String, String> first, String username, UserOrder order, String password) {
        Map<String, String> answer = new LinkedHashMap<>(first);
        answer.put("username", username);
        if (order.password() == null) {
            answer.put("password", password);
        }
        return answer;
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(Problem.inValue(ProblemCode.REQUIRED, name, name));
        }
        return value;
    }
}
