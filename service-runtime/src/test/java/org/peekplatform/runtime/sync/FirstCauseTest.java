package org.peekplatform.runtime.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

class FirstCauseTest {
    @Test
    void namesTheDeepestCause() {
        ModelNode description = new ModelNode();
        description
                .get("WFLYCTL0080: Failed services")
                .get("jboss.deployment.unit.\"noop-server.ear\".WeldStartService")
                .set("Failed to start service\n    Caused by: org.jboss.weld.exceptions.DeploymentException: WELD-1\n"
                        + "    Caused by: java.lang.ClassNotFoundException: org.x.Missing");
        assertThat(FirstCause.of(description)).isEqualTo("java.lang.ClassNotFoundException: org.x.Missing");
    }

    @Test
    void takesThePlainSentenceWhenThereIsNoChain() {
        assertThat(FirstCause.of(new ModelNode("WFLYCTL0212: Duplicate resource")))
                .isEqualTo("WFLYCTL0212: Duplicate resource");
    }

    @Test
    void saysSomethingWhenWildFlySaidNothing() {
        assertThat(FirstCause.of(new ModelNode())).isEqualTo("no reason given");
    }

    @Test
    void cutsEndlessReasons() {
        assertThat(FirstCause.of(new ModelNode("x".repeat(5000)))).hasSizeLessThan(600);
    }
}
