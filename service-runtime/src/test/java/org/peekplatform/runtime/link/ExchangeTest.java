package org.peekplatform.runtime.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.message.Envelope;

class ExchangeTest {
    private final InMemoryLink link = new InMemoryLink();
    private final Exchange server = link.join("server");
    private final Exchange agent = link.join("agent1");

    @Test
    void bringsAnswersBackToTheAsker() throws Exception {
        server.on("greet", (peer, message) -> Optional.of(("hello " + peer).getBytes(UTF_8)));
        byte[] answer = agent.ask("server", Envelope.of("greet", new byte[0]), InMemoryLink.LONG)
                .get();
        assertThat(new String(answer, UTF_8)).isEqualTo("hello agent1");
    }

    @Test
    void failsWhenNoAnswerComesInTime() {
        link.joinSilently("deaf");
        CompletableFuture<byte[]> answer = server.ask("deaf", Envelope.of("greet", new byte[0]), Duration.ofMillis(5));
        assertThatThrownBy(answer::get).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void failsAtOnceWhenTheMessageCannotBeSent() {
        CompletableFuture<byte[]> answer = server.ask("nobody", Envelope.of("greet", new byte[0]), InMemoryLink.LONG);
        assertThatThrownBy(answer::get).hasCauseInstanceOf(LinkException.class);
    }

    @Test
    void ignoresAnAnswerThatAnotherPeerGives() {
        link.joinSilently("deaf");
        Envelope question = Envelope.of("greet", new byte[0]);
        CompletableFuture<byte[]> answer = server.ask("deaf", question, InMemoryLink.LONG);
        server.received("agent1", question.reply("forged".getBytes(UTF_8)));
        assertThat(answer).isNotDone();
        server.received("deaf", question.reply("mine".getBytes(UTF_8)));
        assertThat(answer).isCompletedWithValueMatching(body -> new String(body, UTF_8).equals("mine"));
    }

    @Test
    void goesOnAfterAHandlerThatThrows() throws Exception {
        server.on("broken", (peer, message) -> {
            throw new IllegalStateException("cannot");
        });
        server.on("greet", (peer, message) -> Optional.of(new byte[] {1}));
        agent.tell("server", Envelope.of("broken", new byte[0]), InMemoryLink.LONG);
        assertThat(agent.ask("server", Envelope.of("greet", new byte[0]), InMemoryLink.LONG)
                        .get())
                .containsExactly(1);
    }
}
