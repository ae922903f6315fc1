package org.peekplatform.core.descriptor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.api.Service;
import org.peekplatform.core.json.Json;

class DescriptorReaderTest {
    private static final String SOURCE = """
            {"id": "active-task", "title": "Active tasks", "description": "d", "vendor": "v", "platform": ">=0.1 <1",
             "requires": [{"plugin": "user", "range": ">=2.0"}]}""";

    private final DescriptorReader reader = new DescriptorReader();

    @Test
    void readsWhatADeveloperWrites() {
        DescriptorIntake.Accepted accepted = (DescriptorIntake.Accepted) reader.readSource(SOURCE.getBytes(UTF_8));

        assertThat(accepted.descriptor().id()).isEqualTo("active-task");
        assertThat(accepted.descriptor().version()).isEmpty();
        assertThat(accepted.descriptor().requires().get(0).optional()).isFalse();
    }

    @Test
    void readsWhatItWrote() {
        PluginDescriptor full = named("noop")
                .everywhere()
                .publishing()
                .consuming("user", ">=2")
                .migration("V1__x.sql", "create table x (y int)")
                .descriptor();

        byte[] json = Json.write(full);

        assertThat(new String(json, UTF_8)).contains("\"server\":{\"hook\"").contains("\"services\":[\"server\"]");
        assertThat(reader.readCompleted(json)).isEqualTo(new DescriptorIntake.Accepted(full));
    }

    @Test
    void namesAllProblemsAtOnce() {
        assertThat(source(d -> d.put("id", "Bad_Id")
                        .put("platform", "new")
                        .put("version", "1")
                        .put("title", " ")))
                .contains("PEEK-2006 plugin.json: id is 'Bad_Id', must be 2 to 40 characters")
                .contains(
                        "PEEK-2008 plugin.json: platform is 'new', must be a version range. Nothing was changed. Write it such")
                .contains("PEEK-2007 plugin.json: version is '1', must be a semantic version")
                .contains("PEEK-2005 plugin.json: title is missing");
    }

    @Test
    void namesFieldsThatItDoesNotKnow() {
        assertThat(source(d -> d.put("tittle", "x")))
                .contains("PEEK-2003 plugin.json: field 'tittle' is not known here")
                .contains("title, uses, vendor, version");
        assertThat(source(d -> ((ObjectNode) d.withArray("requires").get(0)).put("rnage", "1")))
                .contains("field 'requires[0].rnage' is not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A1",
                "1a",
                "-a",
                "a_b",
                "a.b",
                "../a",
                "a/b",
                "ä1",
                "a23456789012345678901234567890123456789012"
            })
    void refusesIdsThatAreNoDeploymentNames(String id) {
        assertThat(source(d -> d.put("id", id))).contains("PEEK-2006");
    }

    @Test
    void takesNoDatabaseButTheOneThatCanBeAskedFor() {
        assertThat(reader.readSource(changed(SOURCE.getBytes(UTF_8), d -> d.put("database", "postgresql"))))
                .isInstanceOf(DescriptorIntake.Accepted.class);
        assertThat(source(d -> d.put("database", "oracle")))
                .contains("PEEK-2027 plugin.json: database is 'oracle', only 'postgresql' can be asked for.");
    }

    @Test
    void refusesThePlatformsOwnId() {
        assertThat(source(d -> d.put("id", "platform")))
                .contains("PEEK-2026 plugin.json: id is 'platform', under which pages import the platform itself.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "fallback", "session", "page", "ui"})
    void refusesAnIdThatIsAnAddressOfTheClientService(String id) {
        assertThat(source(d -> d.put("id", id)))
                .contains("PEEK-2025 plugin.json: id is '" + id + "', which is an address of the client service.");
    }

    @Test
    void refusesWrongKindsOfValues() {
        assertThat(source(d -> d.put("title", 7))).contains("PEEK-2004 plugin.json: title is '7', must be a text");
        assertThat(source(d -> d.putNull("title"))).contains("PEEK-2004");
        assertThat(source(d -> d.put("requires", "user"))).contains("requires is '\"user\"', must be a list");
        assertThat(source(d -> d.put("title", "x".repeat(101)))).contains("title has 101 characters, at most 100");
        assertThat(source(d -> d.put("title", "a\u001b[31m")))
                .contains("control characters")
                .contains("\\u001b");
    }

    @Test
    void refusesRequirementsOfItselfAndRepeated() {
        assertThat(source(d -> d.withArray("requires")
                        .addObject()
                        .put("plugin", "active-task")
                        .put("range", "*")))
                .contains("PEEK-2012")
                .contains("which is the plugin itself");
        assertThat(source(d -> d.withArray("requires")
                        .addObject()
                        .put("plugin", "user")
                        .put("range", "*")))
                .contains("PEEK-2020 plugin.json: requires 'user' twice");
    }

    @Test
    void refusesWhatTheBuildWritesInTheSource() {
        assertThat(source(d -> d.putObject("files").put("x", "y")))
                .contains("PEEK-2014 plugin.json: files is written by");
        assertThat(source(d -> d.putObject("api"))).contains("PEEK-2014 plugin.json: api is written by");
        assertThat(source(d -> ((ObjectNode) d.withArray("requires").get(0))
                        .putArray("services")
                        .add("server")))
                .contains("PEEK-2014 plugin.json: requires[].services");
    }

    @Test
    void refusesServicesThatDoNotExist() {
        assertThat(source(d -> d.putObject("services").putObject("sever")))
                .contains("PEEK-2009 plugin.json: services names the service 'sever'");
        assertThat(source(d -> d.putObject("services").putObject("SERVER"))).contains("PEEK-2009");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "7", "{\"id\":\"a1\",\"id\":\"b2\"}", "{} {}", "{\"id\":NaN}", "\u0000"})
    void refusesWhatIsNoJsonObject(String json) {
        assertThat(problems(reader.readSource(json.getBytes(UTF_8)))).containsPattern("PEEK-200[24]");
    }

    @Test
    void refusesTooManyBytesAndTooDeepNesting() {
        assertThat(problems(reader.readSource(new byte[300 * 1024])))
                .contains("PEEK-2001")
                .contains("at most 262144");
        assertThat(problems(reader.readSource("[".repeat(1000).getBytes(UTF_8))))
                .contains("PEEK-2002");
    }

    @Test
    void aCompletedOneHasVersionPartsAndHooks() {
        assertThat(completed(d -> d.remove("version"))).contains("PEEK-2007");
        assertThat(completed(d -> d.putObject("services"))).contains("PEEK-2022");
        assertThat(completed(d -> part(d, "server").remove("hook")))
                .contains("PEEK-2010 plugin.json: services.server.hook");
        assertThat(completed(d -> part(d, "agent").put("hook", "Agent"))).contains("services.agent.hook is 'Agent'");
        assertThat(completed(d -> ((ObjectNode) d.withArray("requires").get(0)).remove("services")))
                .contains("PEEK-2021")
                .contains("does not say where");
    }

    @Test
    void nothingIsPublishedOnTheWorkerOrFromHiddenPackages() {
        assertThat(completed(d -> part(d, "worker").putArray("publishes").add("peekplugins.noop.server.Greeter")))
                .contains("PEEK-2011");
        assertThat(completed(d -> part(d, "server").putArray("publishes").add("hidden.Greeter")))
                .contains("PEEK-2024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weld", "naming", "logging", "../x", "jaxrs\"/><evil"})
    void onlySomeSubsystemsCanBeExcluded(String name) {
        assertThat(completed(d -> part(d, "server").withArray("excludes").add(name)))
                .contains("PEEK-2015");
    }

    @Test
    void membersAreUsedOfRequiredPluginsOnly() {
        assertThat(completed(d -> ((ObjectNode) d.get("uses")).putArray("mail").add("org/x/Mail")))
                .contains("PEEK-2013 plugin.json: uses members of 'mail', which is not required");
        assertThat(completed(
                        d -> ((ObjectNode) d.get("api")).withArray("members").add("not a member")))
                .contains("PEEK-2019");
    }

    @ParameterizedTest
    @CsvSource({
        "db/migration/V2_x.sql, must be db/migration/V", "db/migration/x.sql, must be", "db/V2__x.sql, must be",
        "db/migration/oracle/V2__x.sql, must be", "db/migration/R__x.sql, must be",
                "db/migration/V1.0__again.sql, another script",
        "db/migration/h2/V1__again.sql, another script", "db/migration/V0__late.sql, stands after a later version"
    })
    void scriptsAreNamedForFlywayOncePerVersionAndInOrder(String file, String why) {
        assertThat(completed(d -> {
                    d.withArray("migrations").addObject().put("file", file).put("sha256", "a".repeat(64));
                    ((ObjectNode) d.get("files")).put(file, "a".repeat(64));
                }))
                .contains("PEEK-2017")
                .contains(why);
    }

    @Test
    void digestsAreSha256() {
        assertThat(completed(d -> ((ObjectNode) d.get("files")).put("ui/x", "A".repeat(64))))
                .contains("PEEK-2016");
        assertThat(completed(d -> d.withArray("migrations")
                        .addObject()
                        .put("file", "db/migration/V2__y.sql")
                        .put("sha256", "a".repeat(64))))
                .contains("not among files");
    }

    private static ObjectNode part(ObjectNode descriptor, String service) {
        return (ObjectNode) descriptor.get("services").get(service);
    }

    private String source(Consumer<ObjectNode> change) {
        return problems(reader.readSource(changed(SOURCE.getBytes(UTF_8), change)));
    }

    private String completed(Consumer<ObjectNode> change) {
        PluginDescriptor full = named("noop")
                .on(Service.values())
                .publishing()
                .consuming("user", ">=2")
                .migration("V1__x.sql", "create table x (y int)")
                .descriptor();
        return problems(reader.readCompleted(changed(Json.write(full), change)));
    }

    private static byte[] changed(byte[] json, Consumer<ObjectNode> change) {
        try {
            JsonNode tree = Json.mapper().readTree(json);
            change.accept((ObjectNode) tree);
            return Json.write(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String problems(DescriptorIntake intake) {
        assertThat(intake).isInstanceOf(DescriptorIntake.Refused.class);
        return ((DescriptorIntake.Refused) intake)
                .problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
