package org.peekplatform.it.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One WebSocket of a device, from its opening to its end. */
final class Line implements WebSocket.Listener {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RestClient session;
    private final BiConsumer<Line, String> receiver;
    private final Consumer<Line> lost;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
    private CompletableFuture<WebSocket> sending = opened;

    /** @param lost told once or more that there is no connection, or no more */
    Line(RestClient session, BiConsumer<Line, String> receiver, Consumer<Line> lost) {
        this.session = session;
        this.receiver = receiver;
        this.lost = lost;
    }

    static CompletableFuture<WebSocket> open(RestClient session, WebSocket.Listener listener) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        session.headers().forEach(builder::header);
        URI live = session.uri("/client/live");
        return builder.buildAsync(URI.create(live.toString().replaceFirst("^http", "ws")), listener);
    }

    void open() {
        open(session, this).whenComplete((socket, failure) -> {
            if (failure == null) {
                opened.complete(socket);
            } else {
                opened.completeExceptionally(failure);
                lost.accept(this);
            }
        });
    }

    /** Sends when it is open and what was said before is sent; a line that breaks tells it in its own way. */
    synchronized void send(String message) {
        sending = sending.thenCompose(socket -> socket.sendText(message, true));
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        frame.writeBytes(bytes);
        if (last) {
            String message = frame.toString(UTF_8);
            frame.reset();
            receiver.accept(this, message);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        lost.accept(this);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        lost.accept(this);
    }

    void close() {
        opened.thenAccept(WebSocket::abort);
    }
}
