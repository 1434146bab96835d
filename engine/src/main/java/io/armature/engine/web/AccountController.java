package io.armature.engine.web;

import io.armature.engine.access.Access;
import io.armature.engine.audit.Origin;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Accounts;
import io.armature.engine.identity.Attempts;
import io.armature.engine.identity.OwnAccount;
import io.armature.engine.identity.SignIn;
import io.armature.engine.identity.Trial;
import io.armature.engine.identity.Users;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Accounts by mail: invitations, confirmed addresses, forgotten passwords. */
@Controller("/api/auth")
public final class AccountController {

    private final Access access;
    private final Accounts accounts;
    private final Attempts attempts;
    private final SignIn signIn;
    private final JsonBodies bodies;
    private final ExecutorService waiting;

    public AccountController(
            Access access,
            Accounts accounts,
            Attempts attempts,
            SignIn signIn,
            JsonBodies bodies,
            @Named(TaskExecutors.BLOCKING) ExecutorService waiting) {
        this.access = access;
        this.accounts = accounts;
        this.attempts = attempts;
        this.signIn = signIn;
        this.bodies = bodies;
        this.waiting = waiting;
    }

    /** Whom to invite: he signs in with his address unless a name is given. */
    record Invitation(
            @Nullable String email,
            @Nullable String username,
            @Nullable String name,
            @Nullable Set<String> roles,
            @Nullable String locale) {}

    /** Asks for a link with a name or address, or uses one with its token. */
    record Reset(
            @Nullable String username,
            @Nullable String email,
            @Nullable String token,
            @Nullable String password) {}

    /** A link's token, and the password where one is chosen. */
    record Confirmation(@Nullable String token, @Nullable String password) {}

    /** Another address, with the password. */
    record NewEmail(@Nullable String email, @Nullable String password) {}

    @Post("/invite")
    public HttpResponse<Map<String, String>> invite(RequestContext context, @Body byte[] body) {
        access.requireAdministrator(context, "invite users");
        Invitation order = bodies.read(body, Invitation.class);
        String email = Required.text("email", order.email());
        String username = Optional.ofNullable(order.username()).orElse(email);
        Users.NewUser user = new Users.NewUser(
                username,
                Optional.ofNullable(order.name()).orElse(username),
                Optional.of(email),
                Optional.empty(),
                Optional.ofNullable(order.roles()).orElse(Set.of()));
        Locale locale =
                Optional.ofNullable(order.locale()).map(Locale::forLanguageTag).orElse(context.locale());
        UUID id = accounts.invite(context.tenant(), user, context.user(), locale, context.origin());
        return HttpResponse.created(Map.of("id", id.toString(), "username", username));
    }

    /** Answers the same, and as fast, whether there is such a user or not. */
    @Post("/reset")
    public HttpResponse<?> reset(HttpRequest<?> request, Tenant tenant, @Body byte[] body) {
        Reset order = bodies.read(body, Reset.class);
        Origin origin = RequestOrigins.of(request);
        if (order.token() != null) {
            choose(tenant, order.token(), Required.text("password", order.password()), origin);
            return HttpResponse.noContent();
        }
        String who = Required.text("email", Optional.ofNullable(order.email()).orElse(order.username()));
        limited(tenant, List.of(Trial.request("reset", who), Trial.address(origin.address(), who)));
        Locale locale = request.getLocale().orElse(Locale.ENGLISH);
        waiting.execute(() -> accounts.askReset(tenant, who, locale, origin));
        return HttpResponse.accepted();
    }

    /** Uses the link of an invitation, with a password, or of a new address, without one. */
    @Post("/confirm")
    public HttpResponse<?> confirm(HttpRequest<?> request, Tenant tenant, @Body byte[] body) {
        Confirmation order = bodies.read(body, Confirmation.class);
        String token = Required.text("token", order.token());
        Origin origin = RequestOrigins.of(request);
        if (order.password() == null) {
            counted(tenant, origin, token, () -> accounts.confirmEmail(tenant, token, origin));
        } else {
            choose(tenant, token, order.password(), origin);
        }
        return HttpResponse.noContent();
    }

    /** Asks to confirm another address of one's own. */
    @Post("/email")
    public HttpResponse<?> email(HttpRequest<?> request, RequestContext context, @Body byte[] body) {
        OwnAccount.require(context.user(), "change the address");
        NewEmail order = bodies.read(body, NewEmail.class);
        String email = Required.text("email", order.email());
        String password = Required.text("password", order.password());
        signIn.confirm(context.tenant(), context.user(), password, Places.of(request));
        limited(
                context.tenant(),
                List.of(Trial.request("email", context.user().id().toString())));
        accounts.askEmail(context.tenant(), context.user(), email, context.locale(), context.origin());
        return HttpResponse.accepted();
    }

    /** Mails go to whoever is named: nobody shall be flooded with them. */
    private void limited(Tenant tenant, List<Trial> trials) {
        attempts.check(tenant, trials);
        attempts.failed(tenant, trials);
    }

    private void choose(Tenant tenant, String token, String password, Origin origin) {
        counted(tenant, origin, token, () -> accounts.choosePassword(tenant, token, password, origin));
    }

    /** Nobody shall guess tokens. */
    private void counted(Tenant tenant, Origin origin, String token, Runnable work) {
        List<Trial> trials = List.of(Trial.address(origin.address(), token));
        attempts.check(tenant, trials);
        try {
            work.run();
        } catch (ProblemException refused) {
            attempts.failed(tenant, trials);
            throw refused;
        }
    }
}
