package org.peekplatform.core.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;
import org.peekplatform.core.descriptor.SemanticVersion;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.kit.PluginArchiveBuilder;
import org.peekplatform.core.kit.Zips;
import org.peekplatform.core.plan.Plan.Action;
import org.peekplatform.core.plan.Plan.Kind;

class PlannerTest {
    private static final SemanticVersion PLATFORM = SemanticVersion.of("0.1.0-SNAPSHOT");
    private static final List<InstanceStatus> INSTANCES = List.of(
            new InstanceStatus("server1", Service.SERVER, true), new InstanceStatus("client1", Service.CLIENT, true),
            new InstanceStatus("agent1", Service.AGENT, false), new InstanceStatus("worker1", Service.WORKER, true));

    private final Planner planner = new Planner("h2");
    private final PluginArchiveBuilder task =
            named("active-task").version("1.4.0").requires("user", ">=2.0");

    @Test
    void plansAFirstInstall() {
        Plan plan = possible(
                install(named("noop").everywhere().migration("V1__x.sql", "x").descriptor(), set()));

        assertThat(plan.kind()).isEqualTo(Kind.INSTALL);
        assertThat(plan.from()).isEmpty();
        assertThat(plan.to()).contains("1.0.0");
        assertThat(plan.steps())
                .extracting(Plan.Step::action)
                .containsExactly(Action.MIGRATE, Action.DEPLOY, Action.DEPLOY, Action.VERIFY);
        assertThat(plan.steps().get(2).text()).isEqualTo("deploy 'noop' on client, agent, worker");
        assertThat(plan.away()).extracting(InstanceStatus::name).containsExactly("agent1");
        assertThat(plan.warnings()).containsExactly("Away now, will follow when back: 'agent1'.");
        assertThat(plan.interruption()).isEqualTo("None: nothing that runs is touched.");
        assertThat(new String(Json.write(plan), UTF_8))
                .contains("\"kind\":\"INSTALL\"")
                .contains("\"services\":[\"client\",\"agent\",\"worker\"]");
    }

    @Test
    void refusesAPluginThatNeedsAnotherDatabase() {
        PluginDescriptor plugin = named("geo").needsDatabase("postgresql").descriptor();

        assertThat(new Planner("postgresql").planInstall(plugin, "", set(), PLATFORM, Map.of(), INSTANCES))
                .isInstanceOf(PlanResult.Possible.class);
        assertThat(install(plugin, set()).toString())
                .contains("PEEK-2118", "needs the database postgresql, this platform has h2", "docs/operations.md");
    }

    @Test
    void tellsUpgradeDowngradeAndReinstall() {
        InstalledSet installed = set(named("user").version("2.0.0").descriptor());

        assertThat(possible(install(named("user").version("2.1.0").descriptor(), installed))
                        .kind())
                .isEqualTo(Kind.UPGRADE);
        assertThat(possible(install(named("user").version("1.9.0").descriptor(), installed))
                        .kind())
                .isEqualTo(Kind.DOWNGRADE);
        assertThat(possible(planner.planInstall(
                                named("user").version("2.0.0").descriptor(),
                                "sha-user",
                                installed,
                                PLATFORM,
                                Map.of(),
                                INSTANCES))
                        .kind())
                .isEqualTo(Kind.REINSTALL);
    }

    @Test
    void refusesARequirementOutOfRange() {
        assertThat(refusal(install(
                        task.descriptor(), set(named("user").version("1.9.3").descriptor()))))
                .isEqualTo("PEEK-2104 plugin 'active-task' 1.4.0 refused: needs 'user' >=2.0, installed is 1.9.3. "
                        + "Nothing was changed. Upload user 2.x first.");
    }

    @Test
    void refusesAMissingRequirementButNotAnOptionalOne() {
        assertThat(refusal(install(task.descriptor(), set())))
                .isEqualTo("PEEK-2102 plugin 'active-task' 1.4.0 refused: needs 'user' >=2.0, which is not installed. "
                        + "Nothing was changed. Upload user 2.x first.");
        possible(install(
                named("x1").requiresIfThere("mail", ">=1", Service.SERVER).descriptor(), set()));
        assertThat(refusal(install(
                        named("x1")
                                .requiresIfThere("mail", ">=2", Service.SERVER)
                                .descriptor(),
                        set(named("mail").descriptor()))))
                .contains("PEEK-2104");
    }

    @Test
    void refusesAnotherPlatform() {
        assertThat(refusal(install(named("noop").platform(">=2").descriptor(), set())))
                .contains("PEEK-2101")
                .contains("needs the platform >=2, this is 0.1.0-SNAPSHOT");
    }

    @Test
    void refusesAVersionThatDependentsDoNotTake() {
        InstalledSet installed = set(
                named("user").version("2.0.0").descriptor(),
                named("task").requires("user", ">=2 <3").descriptor());

        assertThat(refusal(install(named("user").version("3.0.0").descriptor(), installed)))
                .contains("PEEK-2105 plugin 'user' 3.0.0 refused: 'task' 1.0.0 needs 'user' >=2 <3.")
                .contains("or uninstall it");
    }

    @Test
    void refusesACycleAndNamesIt() {
        InstalledSet installed = set(named("user").version("2.0.0").descriptor(), task.descriptor());

        assertThat(refusal(install(
                        named("user")
                                .version("2.1.0")
                                .requires("active-task", "*")
                                .descriptor(),
                        installed)))
                .contains("PEEK-2106")
                .contains("in a circle: active-task → user → active-task");
    }

    @Test
    void refusesMembersThatAProviderDoesNotHave() {
        PluginDescriptor consumer = named("task").consuming("user", "*").descriptor();

        assertThat(refusal(install(consumer, set(named("user").descriptor()))))
                .contains("PEEK-2107")
                .contains("peekplugins/user/server/Greeter#greet(Ljava/lang/String;)Ljava/lang/String;");
        possible(install(consumer, set(named("user").publishing().descriptor())));
        assertThat(refusal(install(
                        named("user").version("1.1.0").descriptor(),
                        set(named("user").publishing().descriptor(), consumer))))
                .contains(
                        "PEEK-2108 plugin 'user' 1.1.0 refused: 'task' 1.0.0 uses what it does not have: peekplugins/user");
    }

    @Test
    void refusesPartsThatMissTheirProvider() {
        PluginDescriptor onAgent = named("task")
                .on(Service.AGENT)
                .requires("user", "*", Service.AGENT)
                .descriptor();

        assertThat(refusal(install(onAgent, set(named("user").descriptor()))))
                .contains("PEEK-2112")
                .contains("needs 'user' on agent, where 1.0.0 has no part");
    }

    @Test
    void refusesToRunOnAStoppedPlugin() {
        InstalledSet installed =
                new InstalledSet(List.of(stopped(named("user").version("2.0.0").descriptor())));

        assertThat(refusal(install(task.descriptor(), installed)))
                .contains("PEEK-2109")
                .contains("needs 'user', which is stopped. Nothing was changed. Start user first.");
    }

    @Test
    void sameVersionWithOtherBytesOnlyAsPreRelease() {
        assertThat(refusal(install(named("user").descriptor(), set(named("user").descriptor()))))
                .contains("PEEK-2110");
        PluginDescriptor snapshot = named("user").version("1.0.0-SNAPSHOT").descriptor();
        possible(install(snapshot, set(snapshot)));
    }

    @Test
    void restartsDependentsWhereTheyAreLinked() {
        InstalledSet installed = set(
                named("user").version("2.0.0").on(Service.SERVER).descriptor(),
                named("task")
                        .on(Service.SERVER, Service.AGENT)
                        .requires("user", "*")
                        .descriptor(),
                named("report").on(Service.SERVER).requires("task", "*").descriptor(),
                named("field")
                        .on(Service.AGENT)
                        .requires("task", "*", Service.SERVER, Service.AGENT)
                        .descriptor(),
                named("alone").descriptor());

        Plan plan = possible(install(named("user").version("2.1.0").descriptor(), installed));

        assertThat(plan.dependents()).extracting(Plan.Dependent::plugin).containsExactly("task", "report");
        assertThat(plan.dependents().get(0).services()).containsExactly(Service.SERVER);
        assertThat(plan.steps())
                .extracting(Plan.Step::text)
                .containsExactly(
                        "replace 'user' on server",
                        "restart 'task' on server",
                        "restart 'report' on server",
                        "verify 'user' on server");
        assertThat(plan.interruption()).startsWith("'user' and what builds on it ('task', 'report') do not answer");
    }

    @Test
    void removesPartsThatTheNewVersionLacks() {
        Plan plan = possible(install(
                named("user")
                        .version("1.1.0")
                        .on(Service.SERVER, Service.WORKER)
                        .descriptor(),
                set(named("user").on(Service.SERVER, Service.AGENT).descriptor())));

        assertThat(plan.steps())
                .extracting(Plan.Step::text)
                .containsExactly(
                        "replace 'user' on server",
                        "deploy 'user' on worker",
                        "remove 'user' on agent",
                        "verify 'user' on server, worker");
        assertThat(plan.instances()).extracting(InstanceStatus::name).containsExactly("server1", "agent1", "worker1");
    }

    @Test
    void listsScriptsThatAreStillToRunOnThisDatabase() {
        PluginDescriptor plugin = named("noop")
                .migration("V1__a.sql", "a")
                .migration("V2__b.sql", "b")
                .migration("h2/V3__c.sql", "c")
                .migration("postgresql/V3__c.sql", "d")
                .descriptor();

        Plan plan = possible(install(plugin, set(), Map.of("db/migration/V1__a.sql", Zips.sha256(new byte[] {'a'}))));

        assertThat(plan.migrations())
                .extracting(Migration::file)
                .containsExactly("db/migration/V2__b.sql", "db/migration/h2/V3__c.sql");
        assertThat(plan.migrations().get(0).sha256()).isEqualTo(Zips.sha256(new byte[] {'b'}));
    }

    @Test
    void refusesScriptsThatChangedDisappearedOrComeTooLate() {
        PluginDescriptor plugin = named("noop")
                .migration("V1__a.sql", "a")
                .migration("V3__c.sql", "c")
                .descriptor();

        assertThat(refusal(install(plugin, set(), Map.of("db/migration/V1__a.sql", "0".repeat(64)))))
                .contains("PEEK-2111")
                .contains("'db/migration/V1__a.sql' was changed after it had been run");
        assertThat(refusal(install(plugin, set(), Map.of("db/migration/V4__gone.sql", "0".repeat(64)))))
                .contains("PEEK-2111")
                .contains("'db/migration/V4__gone.sql' was run on this database and is not in the archive")
                .contains("PEEK-2113")
                .contains("'db/migration/V3__c.sql' has a version below the last one");
    }

    @Test
    void namesAllProblemsOfAPluginAtOnce() {
        PluginDescriptor bad = named("task")
                .platform(">=9")
                .requires("user", ">=2")
                .requires("mail", "^1")
                .descriptor();

        assertThat(refusal(install(bad, set())).lines()).hasSize(3);
    }

    @Test
    void stopsAndUninstallsOnlyWhatNobodyRunsOn() {
        InstalledSet installed = set(
                named("user").version("2.0.0").descriptor(),
                task.descriptor(),
                named("report").requires("active-task", "*").descriptor());

        assertThat(refusal(planner.planStop("user", installed, INSTANCES)))
                .isEqualTo("PEEK-2114 plugin 'user' 2.0.0 not stopped: 'active-task', 'report' build on it and run. "
                        + "Nothing was changed. Stop them first.");
        assertThat(refusal(planner.planUninstall("user", installed, INSTANCES)))
                .contains("PEEK-2114")
                .contains("not uninstalled");
        Plan plan = possible(planner.planUninstall("report", installed, INSTANCES));
        assertThat(plan.steps()).extracting(Plan.Step::text).containsExactly("remove 'report' on server");
        assertThat(plan.to()).isEmpty();
        assertThat(refusal(planner.planStop("gone", installed, INSTANCES))).contains("PEEK-2116");
    }

    @Test
    void uninstallWarnsOfStoppedDependents() {
        InstalledSet installed = new InstalledSet(
                List.of(running(named("user").version("2.0.0").descriptor()), stopped(task.descriptor())));

        Plan plan = possible(planner.planUninstall("user", installed, INSTANCES));

        assertThat(plan.warnings()).containsExactly("'active-task' cannot start again without 'user'.");
        assertThat(plan.dependents()).extracting(Plan.Dependent::running).containsExactly(false);
    }

    @Test
    void startsOnlyWhatFindsItsProvidersRunning() {
        InstalledPlugin user = stopped(named("user").version("2.0.0").descriptor());
        InstalledSet installed = new InstalledSet(List.of(user, stopped(task.descriptor())));

        assertThat(refusal(planner.planStart("active-task", installed, INSTANCES)))
                .contains("PEEK-2109")
                .contains("Start user first.");
        assertThat(refusal(planner.planStart("active-task", installed.without("user"), INSTANCES)))
                .contains("PEEK-2102");
        assertThat(possible(planner.planStart("user", installed, INSTANCES)).steps())
                .extracting(Plan.Step::action)
                .containsExactly(Action.START, Action.VERIFY);
        assertThat(refusal(planner.planStop("user", installed, INSTANCES)))
                .contains("PEEK-2115")
                .contains("stopped already");
        assertThat(possible(planner.planStart("user", set(user.descriptor()), INSTANCES))
                        .kind())
                .as("what should run is brought back where it does not")
                .isEqualTo(Plan.Kind.START);
    }

    private PlanResult install(PluginDescriptor plugin, InstalledSet installed) {
        return install(plugin, installed, Map.of());
    }

    private PlanResult install(PluginDescriptor plugin, InstalledSet installed, Map<String, String> applied) {
        return planner.planInstall(plugin, "new", installed, PLATFORM, applied, INSTANCES);
    }

    private static InstalledSet set(PluginDescriptor... plugins) {
        return new InstalledSet(
                List.of(plugins).stream().map(PlannerTest::running).toList());
    }

    private static InstalledPlugin running(PluginDescriptor plugin) {
        return new InstalledPlugin(plugin, "sha-" + plugin.id(), true);
    }

    private static InstalledPlugin stopped(PluginDescriptor plugin) {
        return new InstalledPlugin(plugin, "sha-" + plugin.id(), false);
    }

    private static Plan possible(PlanResult result) {
        assertThat(result).isInstanceOf(PlanResult.Possible.class);
        return ((PlanResult.Possible) result).plan();
    }

    private static String refusal(PlanResult result) {
        assertThat(result).isInstanceOf(PlanResult.Impossible.class);
        return ((PlanResult.Impossible) result)
                .problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
