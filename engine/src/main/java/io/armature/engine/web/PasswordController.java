package io.armature.engine.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.OwnAccount;
import io.armature.engine.identity.Sessions;
import io.armature.engine.identity.SignIn;
import io.armature.engine.identity.Users;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user changes his own password, and shows the old one to do so; his other sessions end. */
@Controller("/api/auth/password")
public final class PasswordController {

    private final SignIn signIn;
    private final Users users;
    private final Sessions sessions;
    private final RequestCredentials credentials;
    private final JsonBodies bodies;

    public PasswordController(
            SignIn signIn, Users users, Sessions sessions, RequestCredentials credentials, JsonBodies bodies) {
        this.signIn = signIn;
        this.users = users;
        this.sessions = sessions;
        this.credentials = credentials;
        this.bodies = bodies;
    }

    /** The old password and the new one. */
    record PasswordOrder(
            @JsonAlias({"currentPassword", "oldPassword", "current", "old"}) @Nullable
            String password,

            @JsonAlias("new") @Nullable String newPassword) {}

    @Post
    public HttpResponse<?> change(HttpRequest<?> request, RequestContext context, @Body byte[] body) {
        OwnAccount.require(context.user(), "change the password");
        PasswordOrder order = bodies.read(body, PasswordOrder.class);
        String old = Required.text("password", order.password());
        String fresh = Required.text("newPassword", order.newPassword());
        signIn.confirm(context.tenant(), context.user(), old, Places.of(request));
        Optional<UUID> current = credentials
                .of(request, context.tenant())
                .flatMap(credential -> sessions.current(context.tenant(), credential));
        users.changePassword(context.tenant(), context.user(), fresh, current, context.origin());
        return HttpResponse.noContent();
    }
}
