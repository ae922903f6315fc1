package org.peekplatform.runtime.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peekplatform.api.Registration;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.CallFailedException.Reason;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.part.PartContext;

/** Providers of contracts on this service, and the answers to calls that come in for them. */
public final class CallDesk {
    private static final Logger LOG = System.getLogger(CallDesk.class.getName());

    private final Map<Key, Provider> providers = new ConcurrentHashMap<>();
    private final RunningCalls running = new RunningCalls();
    private final Peers peers;

    private record Key(String plugin, String contract) {}

    private record Provider(Object target, Map<String, Method> methods, PartContext context, Set<Service> callers) {}

    public CallDesk(Exchange exchange, Peers peers) {
        this.peers = peers;
        exchange.on(CallMessage.KIND, (peer, message) -> Optional.of(Json.write(answer(peer, message))));
        exchange.onQuick(CallMessage.CANCEL, (peer, message) -> {
            running.cancel(
                    peer,
                    Json.read(message.body(), CallMessage.Cancellation.class).call());
            return Optional.empty();
        });
    }

    <T> Registration provide(String plugin, Class<T> contract, T target, PartContext context, Set<Service> callers) {
        Key key = new Key(plugin, contract.getName());
        Map<String, Method> methods =
                Arrays.stream(contract.getMethods()).collect(Collectors.toMap(Signature::of, Function.identity()));
        Provider provider = new Provider(target, methods, context, callers);
        if (providers.putIfAbsent(key, provider) != null) {
            throw new IllegalStateException("PEEK-3102 plugin '" + plugin + "' provides " + contract.getName()
                    + " already on this service. Close the first registration before you provide it again.");
        }
        return () -> providers.remove(key, provider);
    }

    private CallReply answer(String peer, Envelope message) {
        CallMessage call = Json.read(message.body(), CallMessage.class);
        Provider provider = providers.get(new Key(call.plugin(), call.contract()));
        Method method = provider == null ? null : provider.methods().get(call.method());
        if (method == null) {
            return CallReply.failed(
                    Reason.NOT_PROVIDED,
                    "plugin '" + call.plugin() + "' does not provide " + call.contract() + "." + call.method()
                            + " on this instance. Nothing was done.");
        }
        if (!mayCall(provider.callers(), peer)) {
            return CallReply.failed(
                    Reason.NOT_ALLOWED,
                    "plugin '" + call.plugin() + "' takes calls of " + call.contract() + " from " + provider.callers()
                            + " only, and '" + peer + "' is none of them. Nothing was done.");
        }
        try {
            Object[] arguments = arguments(method, call.arguments());
            Object value = running.run(
                    peer,
                    message.id(),
                    () -> provider.context().call(() -> method.invoke(provider.target(), arguments)));
            return CallReply.value(Json.mapper().valueToTree(value));
        } catch (InvocationTargetException thrown) {
            LOG.log(
                    Level.WARNING,
                    () -> "PEEK-3104 call of " + call.contract() + "." + call.method() + " threw; "
                            + "the caller is told",
                    thrown.getCause());
            return CallReply.failed(Reason.THROWN, String.valueOf(thrown.getCause()));
        } catch (CancellationException nobodyWaits) {
            return CallReply.failed(Reason.TIMEOUT, nobodyWaits.getMessage());
        } catch (Exception unreadable) { // the rim: the caller learns of it, the next call goes on
            LOG.log(
                    Level.WARNING,
                    () -> "PEEK-3105 call of " + call.contract() + "." + call.method() + " failed",
                    unreadable);
            return CallReply.failed(Reason.TRANSPORT, String.valueOf(unreadable));
        }
    }

    private boolean mayCall(Set<Service> callers, String peer) {
        return callers.size() == Service.values().length
                || callers.stream().anyMatch(service -> peers.connected(service).contains(peer));
    }

    private static Object[] arguments(Method method, List<JsonNode> given) throws Exception {
        Type[] types = method.getGenericParameterTypes();
        if (types.length != given.size()) {
            throw new IllegalArgumentException(types.length + " arguments expected, " + given.size() + " sent");
        }
        ObjectMapper mapper = Json.mapper();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = mapper.readerFor(mapper.constructType(types[i])).readValue(given.get(i));
        }
        return arguments;
    }
}
