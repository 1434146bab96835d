package io.armature.engine.web.connection;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts our handlers into each connection. */
@Singleton
public final class ConnectionSetup implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private static final TenantPaths TENANT_PATHS = new TenantPaths();
    private static final PlainQueries PLAIN_QUERIES = new PlainQueries();

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(null));
        return event.getBean();
    }

    /** @param channel the connection, once there is one */
    private record Customizer(@Nullable Channel channel) implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel specialized, ChannelRole role) {
            return new Customizer(specialized);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel == null
                    || channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND) == null) {
                return;
            }
            ChannelPipeline pipeline = channel.pipeline();
            pipeline.addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, "tenant-paths", TENANT_PATHS);
            pipeline.addBefore("tenant-paths", "plain-queries", PLAIN_QUERIES);
            if (pipeline.get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
                Deadline deadline = new Deadline();
                pipeline.addBefore("tenant-paths", "deadline", deadline);
                pipeline.addBefore(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "deadline-bytes", deadline.bytes());
            }
        }
    }
}
