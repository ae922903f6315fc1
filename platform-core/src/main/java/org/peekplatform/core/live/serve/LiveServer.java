package org.peekplatform.core.live.serve;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.core.live.wire.Requests;

/** The server as the client service sees it. Futures fail when it does not answer. */
public interface LiveServer {

    CompletableFuture<Requests.Permitted> permit(String session, List<String> keys);

    /** Gives the frame for the device. */
    CompletableFuture<LiveFrame> act(Requests.Act action, byte[] body);

    /** Gives the frame for the device. */
    CompletableFuture<LiveFrame> ask(Requests.Ask query, byte[] body);

    void cancel(Requests.Cancel query);
}
