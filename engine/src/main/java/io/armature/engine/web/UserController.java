package io.armature.engine.web;

import io.armature.engine.access.Access;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Passwords;
import io.armature.engine.identity.Users;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users, for administrators. A password that is not given is made up, and told this once. */
@Controller("/api/auth")
public final class UserController {

    private final Access access;
    private final Users users;
    private final Passwords passwords;
    private final JsonBodies bodies;

    public UserController(Access access, Users users, Passwords passwords, JsonBodies bodies) {
        this.access = access;
        this.users = users;
        this.passwords = passwords;
        this.bodies = bodies;
    }

    /** A user to add, or whose password changes. */
    record UserOrder(
            @Nullable String username,
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable Set<String> roles) {}

    @Get("/users")
    public Map<String, List<Users.Listed>> list(RequestContext context) {
        access.requireAdministrator(context, "see users");
        return Map.of("data", users.list(context.tenant()));
    }

    @Post("/users")
    public HttpResponse<Map<String, String>> add(RequestContext context, @Body byte[] body) {
        access.requireAdministrator(context, "add users");
        UserOrder order = bodies.read(body, UserOrder.class);
        String username = Required.text("username", order.username());
        String password = Optional.ofNullable(order.password()).orElseGet(passwords::generate);
        String name = Optional.ofNullable(order.name()).orElse(username);
        Set<String> roles = Optional.ofNullable(order.roles()).orElse(Set.of());
        Users.NewUser user =
                new Users.NewUser(username, name, Optional.ofNullable(order.email()), Optional.of(password), roles);
        String id = users.add(context.tenant(), user, Optional.of(context.user().id()), context.origin())
                .toString();
        return HttpResponse.created(answer(Map.of("id", id), username, order, password));
    }

    @Post("/users/{username}/password")
    public Map<String, String> password(RequestContext context, String username, @Body byte[] body) {
        access.requireAdministrator(context, "change passwords");
        UserOrder order = bodies.read(body, UserOrder.class);
        String password = Optional.ofNullable(order.password()).orElseGet(passwords::generate);
        users.changePassword(
                context.tenant(), username, password, context.user().id(), context.origin());
        return answer(Map.of(), username, order, password);
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
}
