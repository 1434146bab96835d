package io.armature.engine.web;

import io.armature.engine.access.Access;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Attempts;
import io.armature.engine.identity.OwnAccount;
import io.armature.engine.identity.SecondFactor;
import io.armature.engine.identity.SignIn;
import io.armature.engine.identity.Trial;
import io.armature.engine.identity.Users;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A user's second factor. */
@Controller("/api/auth")
public final class OtpController {

    private static final String ENTITY = "sys.user";

    private final Access access;
    private final SecondFactor secondFactor;
    private final SignIn signIn;
    private final Attempts attempts;
    private final Users users;
    private final Audit audit;
    private final JsonBodies bodies;

    public OtpController(
            Access access,
            SecondFactor secondFactor,
            SignIn signIn,
            Attempts attempts,
            Users users,
            Audit audit,
            JsonBodies bodies) {
        this.access = access;
        this.secondFactor = secondFactor;
        this.signIn = signIn;
        this.attempts = attempts;
        this.users = users;
        this.audit = audit;
        this.bodies = bodies;
    }

    /** A code, and for what is serious the password. */
    record OtpOrder(@Nullable String otp, @Nullable String password) {}

    /** Whether it is set up, and whether a role demands it. */
    record State(boolean enrolled, boolean required, int recoveryCodes) {}

    @Get("/otp")
    public State state(RequestContext context) {
        SecondFactor.State state =
                secondFactor.state(context.tenant(), context.user().id());
        return new State(state.enrolled(), context.user().standing().mustEnrol(), state.recoveryCodes());
    }

    /** Makes a secret for an authenticator program. */
    @Post("/otp")
    public HttpResponse<SecondFactor.Enrolment> begin(RequestContext context) {
        OwnAccount.require(context.user(), "set up a second factor");
        return HttpResponse.ok(secondFactor.begin(context.tenant(), context.user()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Shows a first code: from now on it counts. */
    @Post("/otp/confirm")
    public HttpResponse<Map<String, List<String>>> confirm(RequestContext context, @Body byte[] body) {
        OwnAccount.require(context.user(), "set up a second factor");
        UUID user = context.user().id();
        String code = Required.text("otp", bodies.read(body, OtpOrder.class).otp());
        List<String> codes = counted(context, () -> secondFactor.confirm(context.tenant(), user, code));
        note(context, "otp_enrolled", user);
        return HttpResponse.ok(Map.of("recoveryCodes", codes)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Makes new recovery codes. */
    @Post("/otp/recovery")
    public HttpResponse<Map<String, List<String>>> renew(RequestContext context, @Body byte[] body) {
        OwnAccount.require(context.user(), "have recovery codes");
        String code = Required.text("otp", bodies.read(body, OtpOrder.class).otp());
        List<String> codes = counted(
                context,
                () -> secondFactor.renew(context.tenant(), context.user().id(), code, context.origin()));
        return HttpResponse.ok(Map.of("recoveryCodes", codes)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Takes it off oneself: with the password and a code. */
    @Post("/otp/remove")
    public HttpResponse<?> remove(HttpRequest<?> request, RequestContext context, @Body byte[] body) {
        OwnAccount.require(context.user(), "take off the second factor");
        OtpOrder order = bodies.read(body, OtpOrder.class);
        UUID user = context.user().id();
        signIn.confirm(
                context.tenant(), context.user(), Required.text("password", order.password()), Places.of(request));
        String code = Required.text("otp", order.otp());
        counted(context, () -> {
            secondFactor.require(context.tenant(), user, code, context.origin());
            return user;
        });
        secondFactor.remove(context.tenant(), user);
        note(context, "otp_removed", user);
        return HttpResponse.noContent();
    }

    /** Takes it off a user who lost everything. */
    @Delete("/users/{username}/otp")
    public HttpResponse<?> reset(RequestContext context, String username) {
        access.requireAdministrator(context, "take off second factors");
        UUID user = users.require(context.tenant(), username);
        secondFactor.remove(context.tenant(), user);
        note(context, "otp_removed", user);
        return HttpResponse.noContent();
    }

    /** Whoever has a session only shall not guess codes. */
    private <T> T counted(RequestContext context, Supplier<T> work) {
        List<Trial> trials = List.of(Trial.name(context.user().username()));
        attempts.check(context.tenant(), trials);
        try {
            return work.get();
        } catch (ProblemException refused) {
            attempts.failed(context.tenant(), trials);
            throw refused;
        }
    }

    private void note(RequestContext context, String action, UUID user) {
        audit.note(
                context.tenant(),
                AuditEntry.of(action, ENTITY, context.origin())
                        .by(context.user().id())
                        .about(user));
    }
}
