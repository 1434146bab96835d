package io.armature.engine.web.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose caller takes too long to say what he wants, or sends its body too slowly: each holds a
 * connection that others could use. One for each connection, behind the HTTP codec, with {@link #bytes} before it.
 */
final class Deadline extends ChannelInboundHandlerAdapter {

    /** Seconds from the first byte of a request, or from the connection, to the end of its headers. */
    static final int HEADERS = 20;

    /** Seconds from there to the end of its body. */
    static final int BODY = 600;

    private @Nullable Future<?> running;
    private boolean inRequest;

    /** Hears of bytes before they are a request. */
    ChannelInboundHandlerAdapter bytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (!inRequest && running == null) {
                    begin(context, HEADERS);
                }
                context.fireChannelRead(message);
            }
        };
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        begin(context, HEADERS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            inRequest = true;
            begin(context, BODY);
        }
        if (message instanceof LastHttpContent) {
            inRequest = false;
            end();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }

    private void begin(ChannelHandlerContext context, int seconds) {
        end();
        running = context.executor().schedule(() -> context.close(), seconds, TimeUnit.SECONDS);
    }

    private void end() {
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }
}
