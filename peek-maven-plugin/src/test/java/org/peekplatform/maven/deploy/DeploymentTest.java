package org.peekplatform.maven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.maven.Fixtures.utf8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String UPLOADED = "{\"id\":\"u1\",\"plugin\":\"noop\",\"version\":\"1.1.0\",\"plan\":{"
            + "\"kind\":\"UPGRADE\",\"fromVersion\":\"1.0.0\",\"toVersion\":\"1.1.0\",\"steps\":[\"migrate\",{\"text\":\"replace noop\"}],"
            + "\"restarts\":[],\"migrations\":[{\"file\":\"db/migration/V2__x.sql\",\"sha256\":\"00\"}],"
            + "\"interruption\":\"noop: about two seconds\",\"warnings\":[\"agent1 is away\"]}}";
    private static final String RUNNING = "{\"id\":\"o1\",\"state\":\"RUNNING\",\"steps\":["
            + "{\"name\":\"migrate\",\"state\":\"DONE\",\"detail\":\"1 script\"}]}";

    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void uploadsShowsThePlanInstallsAndFollows() throws IOException {
        will("POST /api/v1/uploads", 201, UPLOADED);
        will("POST /api/v1/uploads/u1/install", 202, "{\"operation\":\"o1\"}");
        will("GET /api/v1/operations/o1", 200, RUNNING);
        will("GET /api/v1/operations/o1", 200, RUNNING.replace("RUNNING", "DONE"));
        assertThat(deployment().install(archive(), PATIENCE)).isEqualTo(new Outcome.Done());
        assertThat(lines)
                .containsExactly(
                        "plan: UPGRADE noop 1.0.0 -> 1.1.0",
                        "  migrate",
                        "  replace noop",
                        "  runs script db/migration/V2__x.sql",
                        "  warning: agent1 is away",
                        "  noop: about two seconds",
                        "  DONE migrate: 1 script",
                        "done");
        assertThat(asked).first().isEqualTo("POST /api/v1/uploads application/zip Basic YWRtaW46c2VjcmV0 the archive");
    }

    @Test
    void discardsTheUploadAfterPlanOnly() throws IOException {
        will("POST /api/v1/uploads", 201, UPLOADED);
        will("DELETE /api/v1/uploads/u1", 204, "");
        assertThat(deployment().plan(archive())).isEqualTo(new Outcome.Done());
        assertThat(asked).hasSize(2);
    }

    @Test
    void showsEveryProblemOfARefusedArchive() throws IOException {
        will(
                "POST /api/v1/uploads",
                422,
                "{\"title\":\"Archive refused\",\"status\":422,\"detail\":\"Nothing was changed.\","
                        + "\"problems\":[{\"code\":\"PEEK-2201\",\"message\":\"one\"},{\"code\":\"PEEK-2202\",\"message\":\"two\"}]}");
        assertThat(deployment().install(archive(), PATIENCE))
                .isEqualTo(
                        new Outcome.Refused(
                                "the platform answered 422: Archive refused. Nothing was changed.\n  PEEK-2201 one\n  PEEK-2202 two"));
    }

    @Test
    void saysWhyTheInstallationFailed() throws IOException {
        will("POST /api/v1/uploads", 201, UPLOADED);
        will("POST /api/v1/uploads/u1/install", 202, "{\"operation\":\"o1\"}");
        will(
                "GET /api/v1/operations/o1",
                200,
                "{\"id\":\"o1\",\"state\":\"FAILED\",\"reason\":\"worker1 missed a class\"}");
        assertThat(deployment().install(archive(), PATIENCE))
                .isEqualTo(new Outcome.Refused("the installation failed: worker1 missed a class"));
    }

    @Test
    void givesUpWaitingInTime() throws IOException {
        will("POST /api/v1/uploads", 201, UPLOADED);
        will("POST /api/v1/uploads/u1/install", 202, "{\"operation\":\"o1\"}");
        assertThat(deployment().install(archive(), Duration.ZERO))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("PEEK-2333"));
    }

    @Test
    void namesNoPasswordWhenItIsWrong() throws IOException {
        will("POST /api/v1/uploads", 401, "");
        assertThat(deployment().install(archive(), PATIENCE))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("PEEK-2334")
                                .doesNotContain("secret"));
        assertThat(new Credentials("admin", "secret")).hasToString("Credentials of admin");
    }

    private Deployment deployment() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Deployment(
                new PlatformClient(url, new Credentials("admin", "secret")), lines::add, Duration.ofMillis(1));
    }

    private Path archive() throws IOException {
        return Files.write(folder.resolve("noop.zip"), utf8("the archive"));
    }

    private void will(String request, int status, String body) {
        answers.computeIfAbsent(request, any -> new ArrayDeque<>()).addLast(new Answer(status, body));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(request + " " + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        Answer answer = answers.getOrDefault(request, new ArrayDeque<>(List.of(new Answer(404, ""))))
                .removeFirst();
        boolean refusal = answer.status() >= 400;
        exchange.getResponseHeaders().set("Content-Type", refusal ? "application/problem+json" : "application/json");
        byte[] bytes = utf8(answer.body());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Answer(int status, String body) {}
}
