package org.peekplatform.server.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.Property;
import org.peekplatform.api.PeekException;
import org.peekplatform.api.Service;

/**
 * The broker in this WildFly and the realm that it asks, by the management interface. It writes what {@code add-node} of
 * wildfly-config writes, so either can take back what the other has made.
 */
public final class BrokerDoors implements NodeDoors, AutoCloseable {
    private static final String DOOR = "in.";
    private static final String INBOX = "node.";
    private static final int BLOCKING_SECONDS = 30;
    // bcrypt with its least count: nobody guesses 192 random bits, and the broker checks again every ten seconds
    private static final int ROUNDS = 4;

    private final ModelControllerClient client;
    private final SecureRandom random = new SecureRandom();

    public BrokerDoors(ModelControllerClient client) {
        this.client = client;
    }

    @Override
    public Map<String, Long> waiting() {
        ModelNode read = onBroker("read-children-resources");
        read.get("child-type").set("jms-queue");
        read.get("include-runtime").set(true);
        Map<String, Long> counts = new TreeMap<>();
        for (Property queue : done(read).get("result").asPropertyList()) {
            counts.put(queue.getName(), queue.getValue().get("message-count").asLong(0));
        }
        Map<String, Long> waiting = new TreeMap<>();
        counts.keySet().stream()
                .filter(queue -> queue.startsWith(DOOR))
                .map(queue -> queue.substring(DOOR.length()))
                .forEach(node -> waiting.put(node, counts.getOrDefault(INBOX + node, 0L)));
        return waiting;
    }

    @Override
    public Optional<Service> identity(String user) {
        ModelNode answer = execute(onRealm("read-identity", user));
        if (!isSuccess(answer)) {
            return Optional.empty();
        }
        List<String> groups = answer.get("result", "attributes", "groups").asList().stream()
                .map(ModelNode::asString)
                .toList();
        return List.of(Service.values()).stream()
                .filter(service -> groups.contains(service.id()))
                .findFirst();
    }

    @Override
    public void open(String node, Identity identity) {
        List<ModelNode> steps = new ArrayList<>();
        for (String queue : queues(node)) {
            ModelNode add = onBroker("add", "jms-queue", queue);
            add.get("entries").add("java:/jms/queue/" + queue);
            steps.add(add);
        }
        ModelNode divert = onBroker("add", "divert", DOOR + node);
        divert.get("divert-address").set("jms.queue." + DOOR + node);
        divert.get("forwarding-address").set("jms.queue.server.in");
        divert.get("exclusive").set(true);
        steps.add(divert);
        for (String queue : queues(node)) {
            String address = "jms.queue." + queue;
            steps.add(onBroker("add", "security-setting", address));
            ModelNode role = onBroker("add", "security-setting", address, "role", "node-" + node);
            role.get(queue.startsWith(DOOR) ? "send" : "consume").set(true);
            steps.add(role);
        }
        steps.addAll(identitySteps(node, identity));
        done(composite(steps));
    }

    @Override
    public void add(String node, Identity identity) {
        done(composite(identitySteps(node, identity)));
    }

    private List<ModelNode> identitySteps(String node, Identity identity) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        ModelNode password = onRealm("set-password", identity.user());
        password.get("bcrypt", "password").set(identity.password());
        password.get("bcrypt", "salt").set(salt);
        password.get("bcrypt", "iteration-count").set(ROUNDS);
        ModelNode groups = onRealm("add-identity-attribute", identity.user());
        groups.get("name").set("groups");
        List.of("node", identity.service().id(), "node-" + node).forEach(groups.get("value")::add);
        return List.of(onRealm("add-identity", identity.user()), password, groups);
    }

    @Override
    public void end(List<String> users) {
        for (String user : users) {
            if (isSuccess(execute(onRealm("read-identity", user)))) {
                done(onRealm("remove-identity", user));
            }
            // Open connections live on without an identity. The order matters: who is thrown out comes back at once.
            ModelNode connections = onBroker("close-connections-for-user");
            connections.get("user").set(user);
            done(connections);
        }
    }

    @Override
    public void close(String node) {
        List<ModelNode> steps = new ArrayList<>();
        for (String queue : queues(node)) {
            steps.add(onBroker("remove", "security-setting", "jms.queue." + queue));
        }
        steps.add(onBroker("remove", "divert", DOOR + node));
        for (String queue : queues(node)) {
            steps.add(onBroker("remove", "jms-queue", queue));
        }
        done(composite(steps));
    }

    private static List<String> queues(String node) {
        return List.of(DOOR + node, INBOX + node, INBOX + node + ".archives");
    }

    private static ModelNode onBroker(String operation, String... address) {
        ModelNode node = new ModelNode();
        node.get("operation").set(operation);
        ModelNode place = node.get("address").setEmptyList();
        place.add("subsystem", "messaging-activemq").add("server", "default");
        for (int i = 0; i < address.length; i += 2) {
            place.add(address[i], address[i + 1]);
        }
        return node;
    }

    private static ModelNode onRealm(String operation, String user) {
        ModelNode node = new ModelNode();
        node.get("operation").set(operation);
        node.get("address").setEmptyList().add("subsystem", "elytron").add("filesystem-realm", "peek-nodes");
        node.get("identity").set(user);
        return node;
    }

    private static ModelNode composite(List<ModelNode> steps) {
        ModelNode composite = new ModelNode();
        composite.get("operation").set("composite");
        composite.get("address").setEmptyList();
        steps.forEach(composite.get("steps").setEmptyList()::add);
        return composite;
    }

    private ModelNode done(ModelNode operation) {
        ModelNode answer = execute(operation);
        if (!isSuccess(answer)) {
            throw new PeekException(
                    "PEEK-3801",
                    "The broker's management did not do '"
                            + operation.get("operation").asString() + "': "
                            + answer.get("failure-description").asString()
                            + ". Nothing of this step was changed. Look at the server's log, then order it again.");
        }
        return answer;
    }

    private ModelNode execute(ModelNode operation) {
        operation.get("operation-headers").get("blocking-timeout").set(BLOCKING_SECONDS);
        try {
            return client.execute(operation);
        } catch (IOException e) {
            throw new UncheckedIOException("PEEK-3802 WildFly's management interface does not answer on this host", e);
        }
    }

    private static boolean isSuccess(ModelNode answer) {
        return "success".equals(answer.get("outcome").asString());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
