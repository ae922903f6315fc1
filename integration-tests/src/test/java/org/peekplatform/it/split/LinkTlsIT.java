package org.peekplatform.it.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.peekplatform.api.Service;
import org.peekplatform.it.platform.Await;
import org.peekplatform.it.platform.Certificates;
import org.peekplatform.it.platform.FourWildFlys;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;
import org.peekplatform.it.platform.Stranger;

/** The link of nodes over TLS: who gets through, and who does not. */
@ExtendWith(FourWildFlys.class)
class LinkTlsIT {
    private static final String HERE = "127.0.0.1";

    private final Platform platform;
    private final Certificates certificates;
    private final Map<String, String> agent;

    @TempDir
    Path folder;

    LinkTlsIT(Platform platform) {
        this.platform = platform;
        this.certificates = platform.certificates();
        this.agent = Stranger.read(platform.nodeProperties(Service.AGENT));
    }

    private void connect(String host, int port, String tls) throws JMSException {
        Stranger.as(agent, host, port, tls).close();
    }

    @Test
    void theAgentsLinkIsEncryptedAndVerified() throws JMSException {
        assertThat(agent)
                .containsEntry("peek.link.tls", "true")
                .containsEntry("peek.link.port", String.valueOf(platform.tlsPort()));
        assertThat(platform.connected()).contains("agent1");
        connect(HERE, platform.tlsPort(), certificates.trusting());
    }

    @Test
    void plainTextToThePortWithTlsIsRefused() {
        assertThatThrownBy(() -> connect(HERE, platform.tlsPort(), "")).isInstanceOf(JMSException.class);
    }

    @Test
    void aServerUnderAnotherNameIsRefused() {
        assertThatThrownBy(() -> connect("localhost", platform.tlsPort(), certificates.trusting()))
                .isInstanceOf(JMSException.class);
    }

    @Test
    void aServerWithACertificateOfAForeignCaIsRefused() {
        Certificates foreign = Certificates.make(folder.resolve("foreign"), "--host", HERE);

        assertThatThrownBy(() -> connect(HERE, platform.tlsPort(), foreign.trusting()))
                .isInstanceOf(JMSException.class);
    }

    @Test
    void aServerWithAnExpiredCertificateIsRefused() throws IOException, GeneralSecurityException {
        Certificates own =
                Certificates.make(folder.resolve("own"), "--host", HERE).expired("old");

        assertThat(handshake(own, "server")).as("one that is valid").isNull();
        assertThat(handshake(own, "old")).as("one that has ended").hasMessageContaining("certificate");
    }

    /** What a server with that certificate hears of a client that trusts the CA; null when they have shaken hands. */
    private Throwable handshake(Certificates own, String server) throws IOException, GeneralSecurityException {
        char[] password = own.password(server).toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(own.store(server))) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        try (SSLServerSocket door = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getByName(HERE))) {
            CompletableFuture<Throwable> heard = CompletableFuture.supplyAsync(() -> {
                try (SSLSocket socket = (SSLSocket) door.accept()) {
                    socket.startHandshake();
                    return socket.getInputStream().read() < 0 ? new IOException("ended without a word") : null;
                } catch (IOException e) {
                    return e;
                }
            });
            assertThatThrownBy(() -> connect(HERE, door.getLocalPort(), own.trusting()))
                    .isInstanceOf(JMSException.class);
            return heard.join();
        }
    }

    @Test
    void whereTheServerDemandsCertificatesOnlyNodesWithOneOfItsCaGetThrough() throws JMSException {
        Certificates foreign = Certificates.make(folder.resolve("foreign"), "--node", "agent1");
        Certificates.make(certificates.folder(), "--node", "agent1");
        certificates.expired("late");
        String ofServer = platform.nodeProperties(Service.SERVER);
        String ofAgent = platform.nodeProperties(Service.AGENT);
        platform.startWith(Service.SERVER, ofServer + "peek.tls.need-client-auth=true\n");
        try {
            int port = platform.tlsPort();
            assertThatThrownBy(() -> connect(HERE, port, certificates.trusting()))
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> connect(HERE, port, certificates.showing("late")))
                    .isInstanceOf(JMSException.class);
            String withForeign = certificates.trusting() + "&keyStoreType=PKCS12&keyStorePath="
                    + foreign.store("agent1") + "&keyStorePassword=" + foreign.password("agent1");
            assertThatThrownBy(() -> connect(HERE, port, withForeign)).isInstanceOf(JMSException.class);
            connect(HERE, port, certificates.showing("agent1"));
            Await.until(
                    "the agent, without a certificate, is out",
                    Plugins.PATIENCE,
                    platform::connected,
                    c -> c.contains("worker1") && !c.contains("agent1"));

            platform.restartWith(
                    Service.AGENT,
                    ofAgent + "peek.link.key-store=" + certificates.store("agent1") + "\npeek.link.key-store-password="
                            + certificates.password("agent1") + "\n");
        } finally {
            platform.startWith(Service.SERVER, ofServer);
            platform.restartWith(Service.AGENT, ofAgent);
        }
    }
}
