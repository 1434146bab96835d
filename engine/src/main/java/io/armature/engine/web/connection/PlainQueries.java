package io.armature.engine.web.connection;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.util.HexFormat;

/**
 * Encodes in queries what browsers send as it is (the URL standard of the WHATWG lets them) and RFC 3986 has encoded: else a link
 * such as {@code /crm/lead?filter=a||b} would be no address.
 */
@Sharable
final class PlainQueries extends ChannelInboundHandlerAdapter {

    private static final String PLAIN = "|{}^`\\";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            String address = request.uri();
            int query = address.indexOf('?');
            if (query >= 0 && address.chars().skip(query).anyMatch(letter -> PLAIN.indexOf(letter) >= 0)) {
                request.setUri(address.substring(0, query) + encoded(address.substring(query)));
            }
        }
        context.fireChannelRead(message);
    }

    private static String encoded(String query) {
        StringBuilder text = new StringBuilder(query.length() + 16);
        for (char letter : query.toCharArray()) {
            if (PLAIN.indexOf(letter) >= 0) {
                text.append('%').append(HEX.toHexDigits((byte) letter));
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }
}
