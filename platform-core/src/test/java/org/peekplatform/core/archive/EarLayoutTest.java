package org.peekplatform.core.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Part;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;

class EarLayoutTest {
    private static final PluginDescriptor TASK = new PluginDescriptor(
            "active-task",
            "1.4.0",
            "Active tasks",
            "",
            "",
            ">=0.1",
            List.of(
                    new Requirement("user", ">=2", false, List.of(Service.SERVER)),
                    new Requirement("mail", ">=1", true, List.of(Service.SERVER, Service.AGENT))),
            Map.of(
                    Service.SERVER,
                    new Part("a.B", List.of(), List.of("jpa", "ejb3"), true),
                    Service.AGENT,
                    new Part("a.C", List.of(), List.of(), false)),
            Optional.empty(),
            Map.of(),
            List.of(),
            Map.of(),
            Optional.empty());

    @Test
    void namesTheApplicationAndItsModules() {
        assertThat(file(Service.SERVER, EarLayout.APPLICATION)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
                  <application-name>active-task-server</application-name>
                  <initialize-in-order>false</initialize-in-order>
                  <module><ejb>active-task-server.jar</ejb></module>
                  <module><web><web-uri>active-task-server.war</web-uri><context-root>/server/active-task</context-root></web></module>
                  <library-directory>lib</library-directory>
                </application>
                """);
        assertThat(file(Service.AGENT, EarLayout.APPLICATION)).doesNotContain("web");
    }

    @Test
    void linksThePlatformAndTheProvidersOnTheSameService() {
        assertThat(file(Service.SERVER, EarLayout.STRUCTURE)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
                  <ear-subdeployments-isolated>false</ear-subdeployments-isolated>
                  <deployment>
                    <exclude-subsystems>
                      <subsystem name="jpa"/>
                      <subsystem name="ejb3"/>
                    </exclude-subsystems>
                    <dependencies>
                      <module name="deployment.peek-server.ear" export="true" services="import"/>
                      <module name="deployment.user-server.ear" export="true"/>
                      <module name="deployment.mail-server.ear" export="true" optional="true"/>
                    </dependencies>
                  </deployment>
                  <sub-deployment name="active-task-server.jar">
                    <exclude-subsystems>
                      <subsystem name="jpa"/>
                      <subsystem name="ejb3"/>
                    </exclude-subsystems>
                  </sub-deployment>
                  <sub-deployment name="active-task-server.war">
                    <exclude-subsystems>
                      <subsystem name="jpa"/>
                      <subsystem name="ejb3"/>
                    </exclude-subsystems>
                  </sub-deployment>
                </jboss-deployment-structure>
                """);
        assertThat(file(Service.AGENT, EarLayout.STRUCTURE))
                .contains("deployment.mail-agent.ear")
                .doesNotContain("user")
                .doesNotContain("exclude-subsystems");
    }

    @Test
    void takesCdisHalfOfTheValidationOutTogetherWithItsSubsystem() {
        PluginDescriptor built = named("lean").descriptor();

        String structure =
                new String(new EarLayout(built, Service.SERVER).generatedFiles().get(EarLayout.STRUCTURE), UTF_8);

        assertThat(built.services().get(Service.SERVER).excludes()).contains("bean-validation");
        assertThat(structure.split("<module name=\"org.hibernate.validator.cdi\"/>", -1))
                .as("once for the EAR and once for its jar")
                .hasSize(3);
        assertThat(file(Service.SERVER, EarLayout.STRUCTURE)).doesNotContain("org.hibernate.validator.cdi");
    }

    @Test
    void waitsForRequiredProvidersButNotForOptionalOnes() {
        assertThat(file(Service.SERVER, EarLayout.DEPENDENCIES)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <jboss xmlns="urn:jboss:1.0">
                  <jboss-deployment-dependencies xmlns="urn:jboss:deployment-dependencies:1.0">
                    <dependency name="peek-server.ear"/>
                    <dependency name="user-server.ear"/>
                  </jboss-deployment-dependencies>
                </jboss>
                """);
        assertThat(file(Service.AGENT, EarLayout.DEPENDENCIES)).doesNotContain("mail");
    }

    @Test
    void hasNamesThatStayTheSameOverVersions() {
        assertThat(EarLayout.deploymentName("user", Service.WORKER)).isEqualTo("user-worker.ear");
        assertThat(EarLayout.archiveEntry(Service.CLIENT)).isEqualTo("services/client.ear");
        assertThat(new EarLayout(named("noop").descriptor(), Service.SERVER).libraryEntry())
                .isEqualTo("lib/noop-api.jar");
    }

    @Test
    void thereIsNoLayoutWithoutAPart() {
        assertThatThrownBy(() -> new EarLayout(TASK, Service.WORKER))
                .hasMessage("plugin 'active-task' has no part on worker");
    }

    private static String file(Service service, String name) {
        return new String(new EarLayout(TASK, service).generatedFiles().get(name), UTF_8);
    }
}
