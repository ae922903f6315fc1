package org.peekplatform.client.upstream;

import org.peekplatform.core.json.Json;
import org.peekplatform.core.live.provide.Mark;
import org.peekplatform.core.live.provide.UpdateCodec;
import org.peekplatform.core.live.provide.UpdateLane;
import org.peekplatform.core.live.serve.ServerFeed;
import org.peekplatform.core.message.Envelope;

/** The stream of updates as it comes from the broker. */
public final class UpdateStream {
    private final ServerFeed feed;

    public UpdateStream(ServerFeed feed) {
        this.feed = feed;
    }

    /** @param epoch the life of the server in which it was sent */
    public void received(Envelope message, String epoch) {
        if (message.kind().equals(UpdateLane.UPDATES)) {
            feed.updates(epoch, UpdateCodec.decode(message.body()));
        } else if (message.kind().equals(UpdateLane.MARK)) {
            feed.mark(Json.read(message.body(), Mark.class));
        }
    }
}
