package org.peekplatform.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peekplatform.server.account.AccountRoom.ADDRESS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorTest {
    @TempDir
    Path data;

    private final List<String> console = new ArrayList<>();
    private Path file;
    private AccountRoom room;

    @BeforeEach
    void openRoom() {
        file = data.resolve("peek").resolve("first-admin-password");
        room = new AccountRoom(file);
    }

    @Test
    void createsAdminWhoMustChangeThePassword() throws IOException {
        room.firstAdministrator.createIfNone(console::add);

        assertThat(room.accounts.find("admin")).get().satisfies(admin -> {
            assertThat(admin.mustChange()).isTrue();
            assertThat(admin.roles()).containsExactly("admin");
        });
        assertThat(room.credentials.check("admin", written(), ADDRESS)).isInstanceOf(Credentials.Right.class);
        assertThat(console).hasSize(1).first().asString().endsWith("one-time password " + written());
    }

    @Test
    void writesAFileForTheOwnerOnlyEvenIntoAFolderThatWasOpen() throws IOException {
        Files.createDirectory(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        room.firstAdministrator.createIfNone(console::add);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void doesNotFollowAPlantedLink() throws IOException {
        Path victim = Files.writeString(data.resolve("victim"), "untouched");
        Files.createDirectory(file.getParent());
        Files.createSymbolicLink(file, victim);

        room.firstAdministrator.createIfNone(console::add);

        assertThat(victim).hasContent("untouched");
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void doesNothingAsSoonAsThereIsAnyAccount() {
        room.add("ann", "secret of ann");
        room.disable("ann");

        room.firstAdministrator.createIfNone(console::add);

        assertThat(room.accounts.find("admin")).isEmpty();
        assertThat(console).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void doesNothingTheSecondTime() throws IOException {
        room.firstAdministrator.createIfNone(console::add);
        String first = written();
        room.firstAdministrator.createIfNone(console::add);

        assertThat(written()).isEqualTo(first);
        assertThat(console).hasSize(1);
    }

    @Test
    void theFileGoesWithTheOneTimePassword() throws IOException {
        room.firstAdministrator.createIfNone(console::add);
        room.passwordDesk.change("admin", written(), "a password of my own", ADDRESS);

        assertThat(file).doesNotExist();
        assertThat(room.accounts.find("admin"))
                .get()
                .satisfies(admin -> assertThat(admin.mustChange()).isFalse());
    }

    @Test
    void oneTimePasswordsHave100BitsInReadableGroups() {
        assertThat(OneTimePassword.random())
                .matches("([a-hjkmnp-z2-9+]{4}-){4}[a-hjkmnp-z2-9+]{4}")
                .isNotEqualTo(OneTimePassword.random());
    }

    private String written() throws IOException {
        return Files.readString(file).strip();
    }
}
