package org.peekplatform.it.platform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests that no HTTP client would send: every byte goes over the wire as it is written. */
public final class RawHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CHUNK = 1 << 20;

    private final URI server;

    public RawHttp(URI server) {
        this.server = server;
    }

    /** @return the status of the answer; 0 when the connection was closed without one */
    public int status(String method, String target, String... headers) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head(method, target, headers).getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return readStatus(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target + ": " + e, e);
        }
    }

    /** Opens a connection and sends the head of a request with a body, and no more of it than four bytes. */
    public Socket withoutItsBody(String method, String target, String... headers) {
        try {
            Socket socket = connect();
            String head = head(method, target, headers).replace("Connection: close", "Content-Length: 200");
            socket.getOutputStream().write((head + "four").getBytes(ISO_8859_1));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a body of zeros in chunks until so many bytes are sent or the server has heard enough. */
    public int statusOfZeros(String target, long length, String... headers) {
        try (Socket socket = connect()) {
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> statusOf(socket));
            OutputStream out = socket.getOutputStream();
            out.write(head("POST", target, headers).getBytes(ISO_8859_1));
            writeZeros(out, length, status);
            return status.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writeZeros(OutputStream out, long length, CompletableFuture<Integer> status) {
        byte[] chunk = (Integer.toHexString(CHUNK) + "\r\n" + "\0".repeat(CHUNK) + "\r\n").getBytes(ISO_8859_1);
        try {
            for (long sent = 0; sent < length && !status.isDone(); sent += CHUNK) {
                out.write(chunk);
            }
            out.write("0\r\n\r\n".getBytes(ISO_8859_1));
        } catch (IOException closed) {
            // That is how a server says that it has heard enough; what it answered before is read by the other thread.
            return;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private String head(String method, String target, String... headers) {
        StringBuilder head =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString();
    }

    private static int statusOf(Socket socket) {
        try {
            return readStatus(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int readStatus(Socket socket) throws IOException {
        String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
        return line == null ? 0 : Integer.parseInt(line.split(" ")[1]);
    }
}
