package de.digitallotsen.shared.web;

import java.time.Duration;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/**
 * Cuts off who sends a request byte by byte. No time-out of Quarkus does: each of them begins anew with every byte, and
 * none looks at headers. Who has begun to send and has neither come to an end nor had an answer when the patience is
 * over is cut off with the next byte. Who falls silent is left to the time-out of idle connections.
 */
@Singleton
class SlowSenders {

    private static final String NAME = "digitallotsen-slow-senders";

    private final Vertx vertx;
    private final SendingSettings settings;

    SlowSenders(Vertx vertx, SendingSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    /** There is no way to the connections but through the channel that takes them in; only its own thread may look. */
    void watch(@ObservesAsync HttpServerStart started) {
        for (EventExecutor loop : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            loop.execute(() ->
                    ((SingleThreadEventLoop) loop).registeredChannelsIterator().forEachRemaining(this::watch));
        }
    }

    private void watch(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(NAME) == null) {
            channel.pipeline().addFirst(NAME, new Door(settings.patience()));
        }
    }

    /** Where connections come in. */
    @Sharable
    private static final class Door extends ChannelInboundHandlerAdapter {
        private final Duration patience;

        Door(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void channelRead(ChannelHandlerContext door, Object connection) {
            if (connection instanceof Channel channel) {
                channel.pipeline().addFirst(NAME, new Watch(patience));
            }
            door.fireChannelRead(connection);
        }
    }

    /** Beside one connection. */
    private static final class Watch extends ChannelDuplexHandler {
        private final Duration patience;
        private boolean begun;
        private long since;

        Watch(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void channelRead(ChannelHandlerContext connection, Object bytes) {
            if (!begun) {
                begun = true;
                since = System.nanoTime();
            }
            if (System.nanoTime() - since > patience.toNanos()) {
                ReferenceCountUtil.release(bytes);
                connection.close();
            } else {
                connection.fireChannelRead(bytes);
            }
        }

        @Override
        public void write(ChannelHandlerContext connection, Object bytes, ChannelPromise done) {
            begun = false;
            connection.write(bytes, done);
        }
    }
}
