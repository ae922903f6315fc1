package org.peekplatform.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.core.kit.BuiltArchive;

/** CVE-2023-50164, CVE-2017-5638, CVE-2016-3088: a file name that is used as a path or evaluated. */
class UploadedNameTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fevil.zip", "${jndi:ldap:x}.zip", "other-9.9.9.ear", "a\nb", "..evil", " "})
    void theNameOfTheFileDecidesNothing(String name) throws IOException {
        BuiltArchive built = named("noop").build();
        Path file = Files.write(folder.resolve(name), built.bytes());

        ArchiveIntake intake =
                new ArchiveCheck(ArchiveLimits.generous(), new DescriptorReader(), folder).check(file, built.sha256());

        assertThat(intake)
                .isEqualTo(new ArchiveIntake.Accepted(built.descriptor(), built.sha256(), built.bytes().length));
    }
}
