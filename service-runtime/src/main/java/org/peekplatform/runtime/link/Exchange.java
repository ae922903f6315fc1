package org.peekplatform.runtime.link;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.peekplatform.core.message.Envelope;

/**
 * Requests and answers over a {@link Link}. Answers complete on the transport's thread; requests are handed to an
 * executor, so that a slow responder never holds up the answers that it may itself be waiting for.
 */
public final class Exchange {
    private static final Logger LOG = System.getLogger(Exchange.class.getName());
    private static final int MOST_IN_HAND = 256;

    /** Answers the requests of one kind. */
    @FunctionalInterface
    public interface Responder {
        /**
         * @param peer who sent it, on the transport's word
         * @return the answer's body; empty when none is to be sent
         */
        Optional<byte[]> respond(String peer, Envelope message);
    }

    private final Link link;
    private final Complaints complaints = new Complaints(LOG, System::nanoTime);
    private final Executor executor;
    private final AtomicInteger inHand = new AtomicInteger();
    private final Map<String, Responder> responders = new ConcurrentHashMap<>();
    private final Set<String> quick = ConcurrentHashMap.newKeySet();
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    private record Pending(String peer, CompletableFuture<byte[]> answer) {}

    public Exchange(Link link, Executor executor) {
        this.link = link;
        this.executor = executor;
    }

    public void on(String kind, Responder responder) {
        responders.put(kind, responder);
    }

    /**
     * As {@link #on}, but on the transport's thread: for what is done in a moment and must not wait behind slow work, such as
     * the word that nobody waits for that work any more.
     */
    public void onQuick(String kind, Responder responder) {
        quick.add(kind);
        on(kind, responder);
    }

    /** Sends without waiting for an answer. */
    public void tell(String peer, Envelope message, Duration timeToLive) {
        link.send(peer, message, timeToLive);
    }

    /**
     * Sends and gives the answer to come; it fails with {@link java.util.concurrent.TimeoutException} when none comes in
     * time, and with {@link LinkException} when the message could not be sent.
     */
    public CompletableFuture<byte[]> ask(String peer, Envelope message, Duration timeout) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        pending.put(message.id(), new Pending(peer, answer));
        answer.whenComplete((body, failure) -> pending.remove(message.id()));
        try {
            link.send(peer, message, timeout);
        } catch (LinkException notSent) {
            answer.completeExceptionally(notSent);
        }
        return answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Called by the transport for each message. */
    public void received(String peer, Envelope message) {
        message.inReplyTo().ifPresentOrElse(id -> answered(peer, id, message), () -> dispatch(peer, message));
    }

    private void answered(String peer, String id, Envelope message) {
        Pending asked = pending.get(id);
        if (asked == null || !asked.peer().equals(peer)) {
            LOG.log(Level.DEBUG, () -> "late or foreign answer " + message.kind() + " from " + peer + " ignored");
            return;
        }
        asked.answer().complete(message.body());
    }

    private void dispatch(String peer, Envelope message) {
        Responder responder = responders.get(message.kind());
        if (responder == null) {
            complaints.about(
                    peer,
                    () -> "PEEK-3302 message of unknown kind '" + message.kind() + "' from '" + peer + "' ignored.");
            return;
        }
        // When there is too much in hand this holds the transport's thread: the rest waits at the broker.
        if (inHand.incrementAndGet() > MOST_IN_HAND || quick.contains(message.kind())) {
            respond(responder, peer, message);
        } else {
            executor.execute(() -> respond(responder, peer, message));
        }
    }

    private void respond(Responder responder, String peer, Envelope message) {
        try {
            responder
                    .respond(peer, message)
                    .ifPresent(body -> link.send(peer, message.reply(body), Duration.ofMinutes(1)));
        } catch (LinkException notAnswered) {
            LOG.log(Level.DEBUG, () -> "answer to '" + peer + "' not sent: " + notAnswered.getMessage());
        } catch (RuntimeException e) { // the rim: whatever a peer sent must not stop the next message
            complaints.about(
                    peer,
                    () -> "PEEK-3303 message '" + message.kind() + "' from '" + peer
                            + "' could not be handled. It was dropped.",
                    e);
        } finally {
            inHand.decrementAndGet();
        }
    }
}
