package org.peekplatform.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Service;
import org.peekplatform.runtime.messaging.Credential;

class NodeSettingsTest {
    @Test
    void hasDefaultsForAFirstRun() {
        NodeSettings settings = NodeSettings.of(Service.AGENT, Map.of("jboss.server.data.dir", "/data")::get);
        assertThat(settings.instance()).isEqualTo("agent1");
        assertThat(settings.home()).isEqualTo(Path.of("/data/peek/agent"));
        assertThat(settings.managementPort()).isEqualTo(9990);
        assertThat(settings.credential()).isEmpty();
    }

    @Test
    void readsNamePortsAndCredential() {
        NodeSettings settings = NodeSettings.of(
                Service.WORKER,
                Map.of(
                        "peek.worker.instance", "worker-7",
                        "jboss.socket.binding.port-offset", "300",
                        "peek.link.user", "worker-7",
                        "peek.link.password", "secret")::get);
        assertThat(settings.instance()).isEqualTo("worker-7");
        assertThat(settings.managementPort()).isEqualTo(10290);
        assertThat(settings.credential()).contains(new Credential("worker-7", "secret"));
    }

    @Test
    void refusesANameThatWouldMakeAnotherAddress() {
        assertThatThrownBy(() -> NodeSettings.of(Service.AGENT, Map.of("peek.agent.instance", "a.archives")::get))
                .hasMessageStartingWith("PEEK-3601 instance name 'a.archives' is refused");
    }

    @Test
    void keepsThePasswordOutOfLogs() {
        assertThat(Optional.of(new Credential("agent1", "hush")).toString()).doesNotContain("hush");
    }
}
