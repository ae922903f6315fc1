package org.peekplatform.core.live.provide;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peekplatform.core.live.wire.LiveFrame;

/** Several updates in one message of the link: lengths and bytes, so that no frame is ever parsed on the way. */
public final class UpdateCodec {
    private UpdateCodec() {}

    public static byte[] encode(List<Update> updates) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(
                updates.stream().mapToInt(update -> update.size() + 256).sum());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(updates.size());
            for (Update update : updates) {
                out.writeUTF(update.key());
                out.writeUTF(update.version());
                write(out, update.whole());
                if (update.patch().isPresent()) {
                    out.writeUTF(update.patch().get().from());
                    write(out, update.patch().get().frame());
                } else {
                    out.writeUTF("");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws UncheckedIOException when the bytes are no such message
     */
    public static List<Update> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            List<Update> updates = new ArrayList<>(Math.min(count, 1024));
            for (int i = 0; i < count; i++) {
                String key = in.readUTF();
                String version = in.readUTF();
                LiveFrame whole = read(in);
                String from = in.readUTF();
                updates.add(new Update(
                        key,
                        version,
                        whole,
                        from.isEmpty() ? Optional.empty() : Optional.of(new Update.Step(from, read(in)))));
            }
            return updates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, LiveFrame frame) throws IOException {
        out.writeInt(frame.length());
        out.write(frame.bytes());
    }

    private static LiveFrame read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a frame of " + length + " bytes in a message with " + in.available() + " left");
        }
        return LiveFrame.encoded(in.readNBytes(length));
    }
}
