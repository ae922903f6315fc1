package org.peekplatform.server.account;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** At start, after the tables are there. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdministratorStart {
    @Inject
    FirstAdministrator firstAdministrator;

    @PostConstruct
    void start() {
        firstAdministrator.createIfNone(FirstAdministratorStart::showOnConsole);
    }

    /** The stream of the process itself: what goes to {@code System.out} ends up in WildFly's log file. */
    @SuppressWarnings("resource")
    private static void showOnConsole(String line) {
        try {
            new FileOutputStream(FileDescriptor.out).write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
