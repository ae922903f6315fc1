package org.peekplatform.core.live.provide;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was published. */
final class RecordingOutlet implements Outlet {
    final List<Sent> sent = new CopyOnWriteArrayList<>();

    record Sent(Update update, Set<String> listeners) {
        String text() {
            return update.whole().text();
        }

        String body() {
            return new String(update.whole().body(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Override
    public void publish(Update update, Set<String> listeners) {
        sent.add(new Sent(update, listeners));
    }

    Sent last() {
        return sent.get(sent.size() - 1);
    }
}
