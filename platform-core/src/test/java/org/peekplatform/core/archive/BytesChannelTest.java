package org.peekplatform.core.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import org.junit.jupiter.api.Test;

class BytesChannelTest {
    private final BytesChannel channel = new BytesChannel("0123456789".getBytes(US_ASCII));

    @Test
    void readsOnFromWhereItStands() throws ClosedChannelException {
        assertThat(read(4)).isEqualTo("0123");
        assertThat(read(4)).isEqualTo("4567");
        assertThat(channel.position()).isEqualTo(8);
    }

    @Test
    void readsFromThePositionThatItIsGiven() throws ClosedChannelException {
        channel.position(7);

        assertThat(read(2)).isEqualTo("78");
    }

    @Test
    void givesLessThanIsAskedForAtTheEndAndThenTheEnd() throws ClosedChannelException {
        channel.position(8);

        assertThat(read(4)).isEqualTo("89");
        assertThat(channel.read(ByteBuffer.allocate(4))).isEqualTo(-1);
    }

    @Test
    void isAtItsEndBehindItsSize() throws ClosedChannelException {
        channel.position(Long.MAX_VALUE);

        assertThat(channel.read(ByteBuffer.allocate(4))).isEqualTo(-1);
        assertThat(channel.size()).isEqualTo(10);
    }

    @Test
    void cannotBeWritten() {
        assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1))).isInstanceOf(NonWritableChannelException.class);
        assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
    }

    @Test
    void isReadUntilItIsClosed() {
        assertThat(channel.isOpen()).isTrue();

        channel.close();

        assertThat(channel.isOpen()).isFalse();
        assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1))).isInstanceOf(ClosedChannelException.class);
    }

    private String read(int length) throws ClosedChannelException {
        ByteBuffer target = ByteBuffer.allocate(length);
        int got = channel.read(target);
        return new String(target.array(), 0, got, US_ASCII);
    }
}
