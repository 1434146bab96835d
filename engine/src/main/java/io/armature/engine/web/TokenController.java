package io.armature.engine.web;

import io.armature.engine.access.Access;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.ApiTokens;
import io.armature.engine.identity.OwnAccount;
import io.armature.engine.identity.Scopes;
import io.armature.engine.identity.Users;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens for programs: one's own, and for administrators those of others. */
@Controller("/api/auth/tokens")
public final class TokenController {

    private static final int MOST_DAYS = 3660;

    private final Access access;
    private final ApiTokens tokens;
    private final Users users;
    private final JsonBodies bodies;
    private final Clock clock;

    public TokenController(Access access, ApiTokens tokens, Users users, JsonBodies bodies, Clock clock) {
        this.access = access;
        this.tokens = tokens;
        this.users = users;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** A token to make: for oneself without {@code username}; it never ends without {@code days} or {@code expiresAt}. */
    record TokenOrder(
            @Nullable String username,
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer days,
            @Nullable String expiresAt) {}

    @Get
    public Map<String, List<ApiTokens.Listed>> list(
            RequestContext context,
            @QueryValue @Nullable String username,
            @QueryValue(defaultValue = "false") boolean all) {
        if (all) {
            access.requireAdministrator(context, "see the tokens of others");
            return Map.of("data", tokens.list(context.tenant(), Optional.empty()));
        }
        return Map.of("data", tokens.list(context.tenant(), Optional.of(user(context, username))));
    }

    @Post
    public HttpResponse<ApiTokens.Made> create(RequestContext context, @Body byte[] body) {
        TokenOrder order = bodies.read(body, TokenOrder.class);
        ApiTokens.Made made = tokens.create(
                context.tenant(),
                user(context, order.username()),
                new ApiTokens.Order(
                        Optional.ofNullable(order.name()).orElse("token"),
                        Scopes.parse(Optional.ofNullable(order.scopes()).orElse(List.of())),
                        expires(order)),
                context.user().id(),
                context.origin());
        return HttpResponse.created(made).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Delete("/{id}")
    public HttpResponse<?> revoke(RequestContext context, UUID id) {
        Optional<UUID> owner = context.user().isAdministrator() ? Optional.empty() : Optional.of(user(context, null));
        tokens.revoke(context.tenant(), id, owner, context.user().id(), context.origin());
        return HttpResponse.noContent();
    }

    private UUID user(RequestContext context, @Nullable String username) {
        if (username == null || username.equalsIgnoreCase(context.user().username())) {
            OwnAccount.require(context.user(), "have tokens");
            return context.user().id();
        }
        access.requireAdministrator(context, "have tokens of others");
        return users.require(context.tenant(), username);
    }

    private Optional<Instant> expires(TokenOrder order) {
        if (order.days() != null) {
            if (order.days() < 1 || order.days() > MOST_DAYS) {
                throw new ProblemException(Problem.inValue(ProblemCode.OUT_OF_RANGE, "days", "1–" + MOST_DAYS));
            }
            return Optional.of(clock.instant().plus(Duration.ofDays(order.days())));
        }
        try {
            return Optional.ofNullable(order.expiresAt()).map(Instant::parse);
        } catch (DateTimeException notAMoment) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.INVALID_VALUE, "expiresAt", "dateTime", "2030-01-31T12:00:00Z"));
        }
    }
}
