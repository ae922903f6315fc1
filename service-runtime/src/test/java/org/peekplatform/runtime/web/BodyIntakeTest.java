package org.peekplatform.runtime.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.kit.Await;

/** On a real server with two worker threads, whose requests are answered with the number of bytes that came. */
class BodyIntakeTest {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String HEAD = "POST /small HTTP/1.1\r\nHost: peek\r\n";

    private final BodyBudget budget = new BodyBudget(16L * BodyIntake.LARGEST);
    private final Semaphore places = new Semaphore(1);
    private final List<Socket> sockets = new ArrayList<>();
    private Undertow server;

    @BeforeEach
    void start() {
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(1)
                .setWorkerThreads(2)
                .setHandler(
                        new BodyIntake(new BlockingHandler(BodyIntakeTest::count), "/large"::equals, budget, places))
                .build();
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    private static void count(HttpServerExchange exchange) throws IOException {
        int bytes = exchange.getInputStream().readAllBytes().length;
        exchange.getResponseSender().send(bytes + "\n");
    }

    private Socket sends(String text) {
        try {
            InetSocketAddress address =
                    (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
            Socket socket = new Socket(address.getHostString(), address.getPort());
            sockets.add(socket);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nextLine(BufferedReader in) throws IOException {
        String line = in.readLine();
        return line == null ? "closed" : line;
    }

    /** Status and last line of the answer. */
    private static String answer(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        String status = nextLine(in);
        if (status.contains(" 100 ")) {
            in.readLine();
            return "100, " + statusAndBody(nextLine(in), in);
        }
        return statusAndBody(status, in);
    }

    private static String statusAndBody(String status, BufferedReader in) throws IOException {
        int length = 0;
        for (String line = nextLine(in); !line.isEmpty() && !line.equals("closed"); line = nextLine(in)) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        char[] body = new char[length];
        assertThat(in.read(body)).isEqualTo(length);
        return status.split(" ")[1] + " " + new String(body).strip();
    }

    @Test
    void bodiesThatDoNotComeHoldNoThread() throws IOException {
        for (int i = 0; i < 20; i++) {
            sends(HEAD + "Content-Length: 200\r\n\r\nfour");
            sends(HEAD + "Transfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n").close();
            sends(HEAD + "Expect: 100-continue\r\nContent-Length: 200\r\n\r\n");
        }

        assertThat(answer(sends("GET /small HTTP/1.1\r\nHost: peek\r\n\r\n"))).isEqualTo("200 0");
        assertThat(answer(sends(HEAD + "Content-Length: 3\r\n\r\nabc"))).isEqualTo("200 3");
    }

    @Test
    void aBodyIsHandedOnAsAWholeHoweverItCame() throws IOException {
        assertThat(answer(sends(
                        HEAD + "Content-Length: " + BodyIntake.LARGEST + "\r\n\r\n" + "x".repeat(BodyIntake.LARGEST))))
                .isEqualTo("200 " + BodyIntake.LARGEST);
        Socket slow = sends(HEAD + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        assertThat(answer(sends("GET / HTTP/1.1\r\nHost: peek\r\n\r\n"))).isEqualTo("200 0");
        slow.getOutputStream().write("2\r\nde\r\n0\r\n\r\n".getBytes(ISO_8859_1));
        assertThat(answer(slow)).isEqualTo("200 5");
    }

    @Test
    void aConnectionServesManyRequestsAndGivesItsRoomBack() throws IOException {
        Socket one = sends("");
        for (int i = 0; i < 30; i++) {
            one.getOutputStream().write((HEAD + "Content-Length: 5\r\n\r\nabcde").getBytes(ISO_8859_1));
            assertThat(answer(one)).isEqualTo("200 5");
        }
        assertThat(budget.taken()).isLessThanOrEqualTo(4096);
    }

    @Test
    void whatIsTooLargeIsRefusedUnlessItsPathReadsItByItself() throws IOException {
        String length = "Content-Length: " + (BodyIntake.LARGEST + 1) + "\r\n\r\n";

        assertThat(answer(sends(HEAD + length))).startsWith("413").contains("PEEK-4271");
        assertThat(answer(sends(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + "10000\r\n"
                        + ("x".repeat(0x10000) + "\r\n10000\r\n").repeat(16) + "x")))
                .startsWith("413");
        assertThat(answer(sends(HEAD.replace("small", "large") + length + "x".repeat(BodyIntake.LARGEST + 1))))
                .isEqualTo("200 " + (BodyIntake.LARGEST + 1));
    }

    @Test
    void whoWaitsToBeToldToGoOnIsTold() throws IOException {
        Socket polite = sends(HEAD + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\nabc");

        assertThat(answer(polite)).endsWith("200 3");
    }

    @Test
    void anAddressThatHasTakenItsPartIsSentAwayAtOnce() throws IOException {
        for (int i = 0; i < 4; i++) {
            answerNot(sends(HEAD + "Content-Length: " + BodyIntake.LARGEST + "\r\n\r\nx"));
        }

        assertThat(answer(sends(HEAD + "Content-Length: 5\r\n\r\nabcde")))
                .startsWith("503")
                .contains("PEEK-4270");
    }

    /** A request behind it on another connection is answered, so this one is under way by then. */
    private void answerNot(Socket waiting) throws IOException {
        assertThat(waiting.isConnected()).isTrue();
        assertThat(answer(sends("GET / HTTP/1.1\r\nHost: peek\r\n\r\n"))).isEqualTo("200 0");
    }

    @Test
    void refusesOneMoreLargeBodyThanThereArePlaces() throws IOException {
        String large = "POST /large HTTP/1.1\r\nHost: peek\r\nContent-Length: 2000000\r\n\r\n";
        places.acquireUninterruptibly();

        assertThat(answer(sends(large + "four"))).startsWith("503 ");
        assertThat(answer(sends(HEAD + "Content-Length: 4\r\n\r\nfour"))).isEqualTo("200 4");

        places.release();
        assertThat(answer(sends(large + "x".repeat(2_000_000)))).isEqualTo("200 2000000");
        Await.until(() -> places.availablePermits() == 1);
    }
}
