package org.peekplatform.it.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder that {@code make-certificates} has filled. */
public record Certificates(Path folder) {
    private static final Path SCRIPT = Path.of(System.getProperty("peek.root"), "wildfly-config/make-certificates")
            .normalize();

    /** Runs the script on that folder. */
    public static Certificates make(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString(), folder.toString()));
        command.addAll(List.of(words));
        PeekScript.execute(command);
        return new Certificates(folder);
    }

    /** Makes a key of the name whose certificate, by this CA, ended yesterday. */
    public Certificates expired(String name) {
        make(folder, "--node", name);
        String store = folder.resolve(name + ".p12").toString();
        Path request = folder.resolve("old.csr");
        Path old = folder.resolve("old.pem");
        keytool(name, "-certreq", "-keystore", store, "-alias", "key", "-file", request.toString());
        keytool(
                "ca",
                "-gencert",
                "-rfc",
                "-keystore",
                folder.resolve("ca.p12").toString(),
                "-alias",
                "ca",
                "-infile",
                request.toString(),
                "-outfile",
                old.toString(),
                "-startdate",
                "-10d",
                "-validity",
                "9",
                "-ext",
                "san=ip:127.0.0.1");
        keytool(name, "-importcert", "-keystore", store, "-alias", "key", "-file", old.toString());
        return this;
    }

    private void keytool(String secretOf, String... words) {
        List<String> command = new ArrayList<>(List.of("keytool"));
        command.addAll(List.of(words));
        command.addAll(List.of("-noprompt", "-storetype", "PKCS12", "-storepass", password(secretOf)));
        PeekScript.execute(command);
    }

    /** Password of the store of that name. */
    public String password(String name) {
        try {
            return Files.readString(folder.resolve(name + ".secret"), UTF_8)
                    .strip()
                    .replaceFirst("password=", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The store of that name. */
    public Path store(String name) {
        return folder.resolve(name + ".p12");
    }

    /** Words for the address of a client that trusts this CA, and shows no certificate. */
    public String trusting() {
        return "sslEnabled=true&verifyHost=true&forceSSLParameters=true&trustStoreType=PKCS12&trustStorePath="
                + store("trust") + "&trustStorePassword=" + password("server");
    }

    /** The same, with the certificate of that name. */
    public String showing(String name) {
        return trusting() + "&keyStoreType=PKCS12&keyStorePath=" + store(name) + "&keyStorePassword=" + password(name);
    }
}
