package org.peekplatform.it.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;
import static org.peekplatform.it.platform.Platform.EVERYWHERE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.Zips;
import org.peekplatform.it.platform.AllInOne;
import org.peekplatform.it.platform.Answer;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;
import org.peekplatform.it.platform.RawHttp;
import org.peekplatform.it.platform.RestClient;

/** Attacks as in CVE-2023-3223, CVE-2023-50164, CVE-2017-5638, CVE-2023-32315, CVE-2008-6508 and CVE-2019-14999. */
@ExtendWith(AllInOne.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebAttackIT {
    private static final long MB = 1024 * 1024;
    private static final List<String> VERBS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get");

    private final Platform platform;
    private final Plugins plugins;
    private final RawHttp raw;
    private RestClient browser;

    WebAttackIT(Platform platform) {
        this.platform = platform;
        this.plugins = platform.plugins();
        this.raw = new RawHttp(platform.server());
    }

    @BeforeAll
    void installNoop() {
        plugins.removeAll();
        plugins.install(Plugins.built("noop"));
        browser = platform.session();
    }

    @Test
    void anEndlessUploadIsCutOffAndNothingOfItIsHeld() throws IOException {
        long before = platform.heapAfterCollection(Service.SERVER);
        String proof = "Authorization: " + platform.rest().headers().get("Authorization");

        int status = raw.statusOfZeros(
                "/api/v1/uploads", 600 * MB, proof, "Content-Type: application/zip", "Transfer-Encoding: chunked");

        assertThat(status).isEqualTo(413);
        assertThat(platform.heapAfterCollection(Service.SERVER) - before).isLessThan(64 * MB);
        assertThat(staged()).isEmpty();
        assertThat(platform.log(Service.SERVER)).doesNotContain("OutOfMemoryError");
    }

    @Test
    void aStrangersEndlessUploadIsNotReadAtAll() {
        assertThat(raw.statusOfZeros(
                        "/api/v1/uploads", 600 * MB, "Content-Type: application/zip", "Transfer-Encoding: chunked"))
                .isEqualTo(401);
    }

    @Test
    void strangersWhoseBodiesDoNotComeTakeNoThreadFromAnybody() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            String origin = "Origin: " + platform.server();
            String basic = "Authorization: " + platform.rest().headers().get("Authorization");
            for (int i = 0; i < 60; i++) {
                slow.add(raw.withoutItsBody("POST", "/client/session", origin));
                slow.add(raw.withoutItsBody("POST", "/api/v1/session", origin));
                slow.add(raw.withoutItsBody("POST", "/api/v1/session", origin, "Expect: 100-continue"));
                slow.add(raw.withoutItsBody("POST", "/server/noop/answers", basic));
            }
            long begun = System.nanoTime();

            platform.nobody().get("/client/session").expecting(401);
            platform.nobody().get("/admin/").expecting(200);
            browser.get("/server/noop/answers").expecting(200);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"operations?limit=abc", "audit?limit=99999999999", "operations?limit=1.5"})
    void aParameterThatIsNoNumberIsRefusedByItsName(String query) {
        assertThat(platform.rest()
                        .get("/api/v1/" + query)
                        .expecting(400)
                        .json()
                        .path("detail")
                        .asText())
                .contains("'limit'");
    }

    private List<String> staged() throws IOException {
        try (Stream<Path> files = Files.list(platform.data(Service.SERVER).resolve("peek/staging"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "multipart/form-data; boundary=x",
                "application/zip; name=../../evil.jsp",
                "x",
                "",
                "%{(#_='multipart/form-data').(#cmd='id').(#p=new java.lang.ProcessBuilder(#cmd))}.multipart/form-data"
            })
    void whatAnUploadCallsItselfPlaysNoRole(String contentType) throws IOException {
        byte[] archive = named("named").build().bytes();

        Answer answer = platform.rest()
                .send(
                        "POST",
                        "/api/v1/uploads",
                        BodyPublishers.ofByteArray(archive),
                        Map.of(
                                "Content-Type",
                                contentType,
                                "Content-Disposition",
                                "form-data; name=\"../../evil\"; filename=\"../../../evil.jsp\""));

        assertThat(answer.status()).isIn(201, 400, 415);
        assertThat(staged())
                .allMatch(name -> name.matches("upload-\\d+\\.zip"))
                .hasSize(answer.status() == 201 ? 1 : 0);
        if (answer.status() == 201) {
            platform.rest()
                    .delete("/api/v1/uploads/" + answer.json().path("id").asText())
                    .expecting(204);
        }
        assertThat(staged()).isEmpty();
        try (Stream<Path> files = Files.walk(platform.data(Service.SERVER).getParent())) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().contains("evil"));
        }
    }

    @Test
    void noFormOfAPathAndNoVerbLeadsPastTheGate() {
        List<String> protectedPaths =
                List.of("/api/v1/plugins", "/api/v1/operations", "/api/v1/audit", "/server/noop/answers", fileOfNoop());
        protectedPaths.forEach(path -> platform.nobody().get(path).expecting(401));
        protectedPaths.forEach(path -> browser.get(path).expecting(200));

        List<String> passed = new ArrayList<>();
        for (String path : protectedPaths) {
            for (String form : forms(path)) {
                VERBS.stream()
                        .filter(verb -> passes(raw.status(verb, form, "Content-Length: 0")))
                        .forEach(verb -> passed.add(verb + " " + form));
            }
        }

        assertThat(passed).isEmpty();
    }

    private static boolean passes(int status) {
        return status >= 200 && status < 400;
    }

    /** A file of noop's pages: what is installed here is not everybody's business. */
    private static String fileOfNoop() {
        return Zips.read(Plugins.built("noop")).keySet().stream()
                .filter(name -> name.startsWith("ui/peek.noop."))
                .map(name -> "/ui/p/noop/" + name.substring("ui/".length()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> forms(String path) {
        String rest = path.substring(1);
        String last = path.substring(path.lastIndexOf('/') + 1);
        String folder = path.substring(0, path.lastIndexOf('/'));
        return List.of(
                path,
                "/" + path,
                "/./" + rest,
                "//" + path + "//",
                path + "/",
                path + "/.",
                path + ";",
                path + ";x=1",
                folder + ";/" + last,
                folder + "//" + last,
                folder + "/./" + last,
                folder + "/x/../" + last,
                folder + "\\" + last,
                folder + "%2f" + last,
                folder + "%2F" + last,
                folder + "%5c" + last,
                folder + "/%" + Integer.toHexString(last.charAt(0)) + last.substring(1),
                folder + "/%25" + Integer.toHexString(last.charAt(0)) + last.substring(1),
                path + "%00",
                path + "%20",
                path + "%3b",
                path + "%2e",
                "/admin/.." + path,
                "/admin/..;" + path,
                "/admin/%2e%2e" + path,
                "/admin/..%2f" + rest,
                "/admin/..%5c" + rest,
                "/ui/.." + path,
                "/ui/vendor/..;/.." + path,
                "/ui/%252e%252e" + path,
                "/ui/%c0%ae%c0%ae" + path,
                "/api/v1/session/../../.." + path,
                "/api/v1/session/..;/..;/.." + path,
                path.toUpperCase(Locale.ROOT),
                "http://127.0.0.1" + path,
                "http://127.0.0.1/admin/.." + path);
    }

    @Test
    void aChangeNeedsTheTokenOfTheSessionAndAPageOfThisServer() {
        List<RestClient> forgers = List.of(
                browser.without("X-Peek-Csrf"),
                browser.with("X-Peek-Csrf", "guessed"),
                browser.without("Origin"),
                browser.with("Origin", "http://evil.example"),
                browser.with("Origin", "null"),
                browser.with("Origin", platform.server() + ".evil.example"),
                browser.with("Origin", "https" + platform.server().toString().substring(4)),
                browser.without("Origin").with("Sec-Fetch-Site", "cross-site"),
                browser.without("Origin").with("Sec-Fetch-Site", "same-site"));
        byte[] archive = named("forged").build().bytes();

        for (RestClient forger : forgers) {
            assertThat(List.of(
                            forger.post("/api/v1/plugins/noop/stop"),
                            forger.delete("/api/v1/plugins/noop?data=drop"),
                            forger.post("/api/v1/plugins", archive),
                            forger.post("/api/v1/uploads", archive),
                            forger.put("/api/v1/session/password", Map.of("current", "x", "replacement", "y")),
                            forger.delete("/api/v1/session")))
                    .allSatisfy(answer ->
                            assertThat(answer.toString()).startsWith("403 ").containsAnyOf("PEEK-5112", "PEEK-5115"));
        }
        plugins.awaitPlugin("noop").running("1.0.0", EVERYWHERE);
        assertThat(plugins.find("forged")).isEmpty();
        browser.get("/api/v1/session").expecting(200);
    }

    @Test
    void readingChangesNothing() {
        JsonNode before = platform.rest().get("/api/v1/operations?limit=1").json();
        String[] overrides = {"X-HTTP-Method-Override: DELETE", "X-HTTP-Method: DELETE", "X-Method-Override: DELETE"};
        String cookie = "Cookie: " + browser.headers().get("Cookie");

        for (String target : List.of(
                "/api/v1/plugins/noop",
                "/api/v1/plugins/noop/stop",
                "/api/v1/plugins/noop?data=drop&_method=DELETE",
                "/api/v1/plugins/noop/start",
                "/api/v1/instances/agent1",
                "/api/v1/session")) {
            for (String override : overrides) {
                raw.status("GET", target, cookie, override);
                raw.status("HEAD", target, cookie, override);
                raw.status("OPTIONS", target, cookie, override);
            }
        }

        assertThat(platform.rest().get("/api/v1/operations?limit=1").json()).isEqualTo(before);
        plugins.awaitPlugin("noop").running("1.0.0", EVERYWHERE);
        assertThat(platform.connected()).contains(EVERYWHERE);
        browser.get("/api/v1/session").expecting(200);
    }
}
