package org.peekplatform.runtime.web;

import io.undertow.io.Receiver.RequestToLargeException;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.ImmediatePooledByteBuffer;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Reads the body of a request on an I/O thread, without waiting for it, and hands the request on when all of it is there.
 * Otherwise every request whose body does not come holds one of few worker threads: forty strangers who send four bytes
 * each, and nobody gets an answer any more.
 */
final class BodyIntake implements HttpHandler {
    /** What is gathered at most: the largest message of a device. */
    static final int LARGEST = 1024 * 1024;

    private static final int UNKNOWN = -1;
    private static final long PATIENCE_SECONDS = 60;
    /** A body of four bytes costs more than these. */
    private static final int LEAST_COST = 4096;

    private final HttpHandler next;
    private final Predicate<String> readsLater;
    private final BodyBudget budget;
    private final Semaphore largePlaces;

    /**
     * @param largePlaces how many larger bodies are on their way at once
     * @param readsLater paths that read bodies of more than {@link #LARGEST}, or of unknown length, by themselves
     */
    BodyIntake(HttpHandler next, Predicate<String> readsLater, BodyBudget budget, Semaphore largePlaces) {
        this.next = next;
        this.readsLater = readsLater;
        this.budget = budget;
        this.largePlaces = largePlaces;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isRequestComplete()) {
            next.handleRequest(exchange);
            return;
        }
        long length = exchange.getRequestContentLength();
        boolean mayBeLarge = length == UNKNOWN || length > LARGEST;
        if (mayBeLarge && readsLater.test(exchange.getRelativePath())) {
            handOnLarge(exchange);
        } else if (length > LARGEST) {
            tooLarge(exchange);
        } else {
            gather(exchange, length == UNKNOWN ? LARGEST : Math.max(length, LEAST_COST));
        }
    }

    /** Whoever reads it holds a worker thread until all of it has come, be it to refuse it: never more than a few. */
    private void handOnLarge(HttpServerExchange exchange) throws Exception {
        if (!largePlaces.tryAcquire()) {
            busy(exchange);
            return;
        }
        exchange.addExchangeCompleteListener((ended, others) -> {
            largePlaces.release();
            others.proceed();
        });
        next.handleRequest(exchange);
    }

    private static void busy(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "5");
        refuse(exchange, 503, "PEEK-4270", "Too many requests are on their way in. Try again in a moment.");
    }

    private void gather(HttpServerExchange exchange, long cost) {
        String address = exchange.getSourceAddress().getHostString();
        if (!budget.take(address, cost)) {
            busy(exchange);
            return;
        }
        AtomicBoolean given = new AtomicBoolean();
        exchange.addExchangeCompleteListener((ended, others) -> {
            if (given.compareAndSet(false, true)) {
                budget.give(address, cost);
            }
            others.proceed();
        });
        XnioExecutor.Key deadline = exchange.getIoThread()
                .executeAfter(() -> IoUtils.safeClose(exchange.getConnection()), PATIENCE_SECONDS, TimeUnit.SECONDS);
        // The request is read now, so that it goes on even where the sender waits to be told to.
        exchange.getRequestHeaders().remove(Headers.EXPECT);
        exchange.getRequestReceiver().setMaxBufferSize(LARGEST);
        exchange.getRequestReceiver()
                .receiveFullBytes(
                        (complete, body) -> {
                            deadline.remove();
                            handOn(complete, body);
                        },
                        (broken, why) -> {
                            deadline.remove();
                            brokeOff(broken, why);
                        });
    }

    private void handOn(HttpServerExchange exchange, byte[] body) {
        if (body.length > 0) {
            Connectors.ungetRequestBytes(exchange, new ImmediatePooledByteBuffer(ByteBuffer.wrap(body)));
        }
        Connectors.resetRequestChannel(exchange);
        exchange.getRequestChannel().getReadSetter().set(null);
        exchange.getRequestChannel();
        Connectors.resetRequestChannel(exchange);
        exchange.dispatch(SameThreadExecutor.INSTANCE, next);
    }

    private static void brokeOff(HttpServerExchange exchange, IOException why) {
        if (why instanceof RequestToLargeException) {
            tooLarge(exchange);
        } else {
            IoUtils.safeClose(exchange.getConnection());
            exchange.endExchange();
        }
    }

    private static void tooLarge(HttpServerExchange exchange) {
        refuse(exchange, 413, "PEEK-4271", "More than " + LARGEST + " bytes. Send less at a time.");
    }

    private static void refuse(HttpServerExchange exchange, int status, String code, String detail) {
        exchange.setPersistent(false);
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
        exchange.getResponseSender()
                .send("{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"" + detail + "\"}");
    }
}
