package org.peekplatform.runtime.call;

import static org.peekplatform.api.call.CallFailedException.Reason.TIMEOUT;
import static org.peekplatform.api.call.CallFailedException.Reason.TRANSPORT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.peekplatform.api.call.CallFailedException;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.LinkException;

/** A contract whose methods are sent to a peer. */
final class CallProxy implements InvocationHandler {
    private static final Logger LOG = System.getLogger(CallProxy.class.getName());
    private static final Duration CANCEL_LIFE = Duration.ofSeconds(10);

    private final String plugin;
    private final Class<?> contract;
    private final Duration timeout;
    private final Supplier<String> peer;
    private final Exchange exchange;

    CallProxy(String plugin, Class<?> contract, Duration timeout, Supplier<String> peer, Exchange exchange) {
        this.plugin = plugin;
        this.contract = contract;
        this.timeout = timeout;
        this.peer = peer;
        this.exchange = exchange;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return objectMethod(proxy, method, arguments);
        }
        ObjectMapper mapper = Json.mapper();
        List<JsonNode> encoded = arguments == null
                ? List.of()
                : Arrays.stream(arguments).<JsonNode>map(mapper::valueToTree).toList();
        CallMessage call = new CallMessage(plugin, contract.getName(), Signature.of(method), encoded);
        return decode(method, ask(call));
    }

    private CallReply ask(CallMessage call) {
        String to = peer.get();
        Envelope question = Envelope.of(CallMessage.KIND, Json.write(call));
        try {
            byte[] answer = exchange.ask(to, question, timeout).get();
            return Json.read(answer, CallReply.class);
        } catch (ExecutionException e) {
            giveUp(to, question);
            throw e.getCause() instanceof TimeoutException
                    ? new CallFailedException(
                            TIMEOUT,
                            "'" + to + "' did not answer " + call.contract() + "." + call.method() + " within "
                                    + timeout + ". Whether it took effect is unknown.")
                    : new CallFailedException(
                            TRANSPORT, String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (InterruptedException e) {
            giveUp(to, question);
            Thread.currentThread().interrupt();
            throw new CallFailedException(TRANSPORT, "the calling thread was interrupted while it waited", e);
        }
    }

    /** The other side need not go on with what nobody waits for. */
    private void giveUp(String to, Envelope question) {
        byte[] cancellation = Json.write(new CallMessage.Cancellation(question.id()));
        try {
            exchange.tell(to, Envelope.of(CallMessage.CANCEL, cancellation), CANCEL_LIFE);
        } catch (LinkException e) {
            LOG.log(Level.DEBUG, () -> "'" + to + "' was not told that nobody waits: " + e.getMessage());
        }
    }

    private static Object decode(Method method, CallReply reply) {
        reply.failed().ifPresent(reason -> {
            throw new CallFailedException(reason, reply.message().orElse(""));
        });
        if (method.getReturnType() == void.class
                || reply.value() == null
                || reply.value().isNull()) {
            return null;
        }
        ObjectMapper mapper = Json.mapper();
        try {
            return mapper.readerFor(mapper.constructType(method.getGenericReturnType()))
                    .readValue(reply.value());
        } catch (IOException e) {
            throw new CallFailedException(TRANSPORT, "the answer to " + method.getName() + " cannot be read", e);
        }
    }

    private Object objectMethod(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "Call(" + contract.getName() + ")";
        };
    }
}
