package io.armature.engine.web.connection;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;

/** Turns {@code /t/{tenant}/rest} into {@code /rest} of that tenant, for whoever has no host names at hand. */
@Sharable
final class TenantPaths extends ChannelInboundHandlerAdapter {

    private static final String PREFIX = "/t/";
    private static final String HEADER = "X-Tenant";

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.uri().startsWith(PREFIX)) {
            int end = request.uri().indexOf('/', PREFIX.length());
            if (end > 0) {
                String tenant = request.uri().substring(PREFIX.length(), end);
                // Another one that the header names stays beside it, and is refused like two headers.
                if (!request.headers().contains(HEADER, tenant, false)) {
                    request.headers().add(HEADER, tenant);
                }
                request.setUri(request.uri().substring(end));
            }
        }
        context.fireChannelRead(message);
    }
}
