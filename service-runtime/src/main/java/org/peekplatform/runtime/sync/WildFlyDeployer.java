package org.peekplatform.runtime.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.Operation;
import org.jboss.as.controller.client.OperationBuilder;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.Property;
import org.peekplatform.core.wanted.Deployed;

/** Deployments by WildFly's management interface, with local authentication: no password is stored. */
public final class WildFlyDeployer implements Deployer, AutoCloseable {
    private static final int BLOCKING_SECONDS = 120;

    private final ModelControllerClient client;

    public WildFlyDeployer(ModelControllerClient client) {
        this.client = client;
    }

    @Override
    public boolean isReady() {
        ModelNode result =
                execute(operation("read-attribute").with("name", "server-state").build());
        return isSuccess(result) && "running".equals(result.get("result").asString());
    }

    @Override
    public Map<String, Deployed> deployments() {
        ModelNode result = execute(operation("read-children-resources")
                .with("child-type", "deployment")
                .build());
        if (!isSuccess(result)) {
            throw new IllegalStateException("PEEK-3501 deployments cannot be read: " + failure(result));
        }
        Map<String, Deployed> deployments = new LinkedHashMap<>();
        for (Property deployment : result.get("result").asPropertyList()) {
            // One that somebody removes at this moment is still named, but has no attributes any more.
            if (deployment.getValue().hasDefined("enabled")) {
                deployments.put(deployment.getName(), deployed(deployment.getValue()));
            }
        }
        return deployments;
    }

    private static Deployed deployed(ModelNode resource) {
        ModelNode content = resource.get("content").get(0);
        String hash = content.hasDefined("hash")
                ? HexFormat.of().formatHex(content.get("hash").asBytes())
                : "unmanaged";
        return new Deployed(hash, resource.get("enabled").asBoolean());
    }

    @Override
    public Result put(String name, Path ear, boolean enabled) {
        boolean present = deployments().containsKey(name);
        ModelNode operation = present
                ? operation("full-replace-deployment").with("name", name).build()
                : operation("add").on(name).build();
        operation.get("enabled").set(enabled);
        operation.get("content").get(0).get("input-stream-index").set(0);
        Operation withFile = OperationBuilder.create(bounded(operation), true)
                .addFileAsAttachment(ear.toFile())
                .build();
        return resultOf(execute(withFile));
    }

    @Override
    public Result enable(String name) {
        return resultOf(execute(bounded(operation("deploy").on(name).build())));
    }

    @Override
    public Result disable(String name) {
        return resultOf(execute(bounded(operation("undeploy").on(name).build())));
    }

    @Override
    public Result remove(List<String> names) {
        ModelNode composite = operation("composite").build();
        ModelNode steps = composite.get("steps").setEmptyList();
        names.forEach(name -> steps.add(operation("undeploy").on(name).build()));
        names.forEach(name -> steps.add(operation("remove").on(name).build()));
        return resultOf(execute(bounded(composite)));
    }

    private static ModelNode bounded(ModelNode operation) {
        operation.get("operation-headers").get("blocking-timeout").set(BLOCKING_SECONDS);
        return operation;
    }

    private static OperationNode operation(String name) {
        return new OperationNode(name);
    }

    private ModelNode execute(ModelNode operation) {
        return execute(Operation.Factory.create(operation));
    }

    private ModelNode execute(Operation operation) {
        try {
            return client.execute(operation);
        } catch (IOException e) {
            throw new UncheckedIOException("PEEK-3502 WildFly's management interface does not answer on this host", e);
        }
    }

    private static Result resultOf(ModelNode outcome) {
        return isSuccess(outcome) ? new Result.Done() : new Result.Refused(failure(outcome));
    }

    private static boolean isSuccess(ModelNode outcome) {
        return "success".equals(outcome.get("outcome").asString());
    }

    private static String failure(ModelNode outcome) {
        return FirstCause.of(outcome.get("failure-description"));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /** Builds one management operation. */
    private static final class OperationNode {
        private final ModelNode node = new ModelNode();

        OperationNode(String name) {
            node.get("operation").set(name);
            node.get("address").setEmptyList();
        }

        OperationNode on(String deployment) {
            node.get("address").add("deployment", deployment);
            return this;
        }

        OperationNode with(String attribute, String value) {
            node.get(attribute).set(value);
            return this;
        }

        ModelNode build() {
            return node;
        }
    }
}
