package org.peekplatform.core.archive;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.CheckedFolder;
import org.peekplatform.core.kit.Zips;

/** CVE-2018-11788, CVE-2022-29265, CVE-2020-29436: entities in the XML that a plugin carries. */
class XmlEntityTest {
    private static final String LAUGHS = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><x>&c;</x>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/persistence.xml",
                "META-INF/orm.xml",
                "META-INF/beans.xml",
                "META-INF/ejb-jar.xml",
                "META-INF/web.xml",
                "META-INF/batch-jobs/nightly.xml",
                "WEB-INF/web.xml",
                "WEB-INF/classes/META-INF/persistence.xml"
            })
    void refusesADoctypeInEveryXmlThatAServerParses(String entry) {
        byte[] zip = named("noop")
                .inJar(Service.SERVER, entry, LAUGHS.getBytes(UTF_8))
                .build()
                .bytes();

        assertThat(CheckedFolder.in(folder).refusal(zip))
                .contains("PEEK-2217 archive refused: entry 'services/server.ear!/noop-server.jar!/" + entry
                        + "' has a DOCTYPE. Nothing was changed.");
    }

    @Test
    void refusesItInUtf16AndBelowUiToo() {
        byte[] zip =
                named("noop").file("ui/x.xml", LAUGHS.getBytes(UTF_16)).build().bytes();

        assertThat(CheckedFolder.in(folder).refusal(zip)).contains("entry 'ui/x.xml' has a DOCTYPE");
    }

    @Test
    void neverConnectsToWhereAnEntityPoints() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(200);
            String url = "http://127.0.0.1:" + trap.getLocalPort() + "/x";
            String external = "<!DOCTYPE x SYSTEM \"" + url + "\" [<!ENTITY % p SYSTEM \"" + url + "\"> %p;"
                    + "<!ENTITY e SYSTEM \"" + url + "\">]><x>&e;</x>";
            byte[] zip = named("noop")
                    .inJar(Service.SERVER, "META-INF/ejb-jar.xml", external.getBytes(UTF_8))
                    .build()
                    .bytes();

            assertThat(CheckedFolder.in(folder).refusal(zip)).contains("has a DOCTYPE");
            Assertions.assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refusesXmlThatIsNotWellFormed() {
        byte[] zip = named("noop")
                .inJar(Service.SERVER, "META-INF/beans.xml", "<beans>".getBytes(UTF_8))
                .build()
                .bytes();

        assertThat(CheckedFolder.in(folder).refusal(zip)).contains("PEEK-2217").contains("is no well-formed XML");
    }

    @Test
    void leavesXmlAloneThatNoServerParses() {
        byte[] library = Zips.write(Map.of("org/x/data.xml", LAUGHS.getBytes(UTF_8)));
        byte[] zip = named("noop")
                .inEar(Service.SERVER, "lib/x.jar", library)
                .build()
                .bytes();

        assertThat(CheckedFolder.in(folder).check(zip)).isInstanceOf(ArchiveIntake.Accepted.class);
    }
}
