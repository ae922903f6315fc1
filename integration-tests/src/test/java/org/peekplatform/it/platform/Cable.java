package org.peekplatform.it.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Carries connections to a port of this machine, until it is cut, and again when it is mended. */
public final class Cable implements AutoCloseable {
    private final int target;
    private final ServerSocket door;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean cut;

    public Cable(int target) {
        this.target = target;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Where to connect to in the target's stead. */
    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                join(door.accept());
            } catch (IOException closed) {
                // The door was closed, or nobody is at the other end: who called hears it by the end of the connection.
                continue;
            }
        }
    }

    private void join(Socket near) throws IOException {
        ends.add(near);
        if (cut) {
            end(near);
            return;
        }
        Socket far;
        try {
            far = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            end(near);
            throw e;
        }
        ends.add(far);
        threads.execute(() -> carry(near, far));
        threads.execute(() -> carry(far, near));
        if (cut) {
            cut();
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // The other side has ended it, or the cable was cut: both ends are closed below in either case.
            return;
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        ends.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all connections and lets none through. */
    public void cut() {
        cut = true;
        Set.copyOf(ends).forEach(this::end);
    }

    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
        threads.shutdown();
    }
}
