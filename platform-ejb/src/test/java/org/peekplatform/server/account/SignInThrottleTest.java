package org.peekplatform.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.kit.MovingClock;

class SignInThrottleTest {
    private static final String HERE = "192.0.2.7";

    private final MovingClock clock = new MovingClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void givesFiveTriesThenOneIn30Seconds() {
        takeFive("ann", HERE);

        assertThat(throttle.take("ann", HERE)).contains(Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(29));
        assertThat(throttle.take("ann", HERE)).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.take("ann", HERE)).isEmpty();
        assertThat(throttle.take("ann", HERE)).isPresent();
    }

    @Test
    void doesNotLockAnAccountForOtherAddresses() {
        takeFive("ann", HERE);

        assertThat(throttle.take("ann", "192.0.2.8")).isEmpty();
    }

    @Test
    void gives30TriesAMinuteToAnAddressOverAllNames() {
        for (int i = 0; i < 30; i++) {
            assertThat(throttle.take("name" + i, HERE)).isEmpty();
        }
        assertThat(throttle.take("another", HERE)).isPresent();

        clock.advance(Duration.ofSeconds(2));
        assertThat(throttle.take("another", HERE)).isEmpty();
    }

    @Test
    void countsOneIpv6LineAsOneAddress() {
        takeFive("ann", "2001:db8:0:1::1");

        assertThat(throttle.take("ann", "2001:db8:0:1:ffff::2")).isPresent();
        assertThat(throttle.take("ann", "2001:db8:0:2::1")).isEmpty();
    }

    @Test
    void rightPasswordsCostNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.take("ann", HERE)).isEmpty();
            throttle.giveBack("ann", HERE);
        }
    }

    private void takeFive(String name, String address) {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.take(name, address)).isEmpty();
        }
    }
}
