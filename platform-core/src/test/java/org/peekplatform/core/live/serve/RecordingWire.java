package org.peekplatform.core.live.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peekplatform.core.live.wire.LiveFrame;

/** A device's end of the line: reads at once, or when the test says so. */
final class RecordingWire implements DeviceWire {
    final List<LiveFrame> frames = new ArrayList<>();
    final List<CloseReason> closed = new ArrayList<>();
    private final boolean reads;
    private Optional<Runnable> sent = Optional.empty();

    private RecordingWire(boolean reads) {
        this.reads = reads;
    }

    static RecordingWire reading() {
        return new RecordingWire(true);
    }

    /** Takes one frame and no more until {@link #read}. */
    static RecordingWire idle() {
        return new RecordingWire(false);
    }

    @Override
    public void send(LiveFrame frame, Runnable done) {
        if (sent.isPresent()) {
            throw new AssertionError("a frame was sent while another one was under way");
        }
        frames.add(frame);
        if (reads) {
            done.run();
        } else {
            sent = Optional.of(done);
        }
    }

    /** The device has read what was sent. */
    void read() {
        Runnable done = sent.orElseThrow();
        sent = Optional.empty();
        done.run();
    }

    /** Reads until nothing comes any more. */
    void readAll() {
        while (sent.isPresent()) {
            read();
        }
    }

    @Override
    public void close(CloseReason reason) {
        closed.add(reason);
    }

    List<String> texts() {
        return frames.stream().map(LiveFrame::text).toList();
    }

    /** First words of the headers, such as {@code value}. */
    List<String> kinds() {
        return texts().stream()
                .map(text -> text.substring(6, text.indexOf('"', 6)))
                .toList();
    }

    String last() {
        return frames.get(frames.size() - 1).text();
    }
}
