package org.peekplatform.server.account;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows guessing down: per account and address {@value #TRIES} tries, then one in 30 seconds; per address
 * {@value #PER_ADDRESS} a minute over all accounts. A try is taken before the password is looked at and given back when
 * it was right, so that parallel guesses gain nothing and people who know their password wait for nothing.
 */
public final class SignInThrottle {
    static final int TRIES = 5;
    static final Duration ONE_TRY_PER = Duration.ofSeconds(30);
    static final int PER_ADDRESS = 30;

    private final TimeMeter time;
    private final Buckets byAccount;
    private final Buckets byAddress;

    public SignInThrottle(Clock clock) {
        this.time = new ClockMeter(clock);
        this.byAccount = new Buckets(TRIES, 1, ONE_TRY_PER);
        this.byAddress = new Buckets(PER_ADDRESS, PER_ADDRESS, Duration.ofMinutes(1));
    }

    /**
     * Takes a try.
     *
     * @return how long to wait, when there is none left
     */
    synchronized Optional<Duration> take(String account, String address) {
        String origin = AddressBlock.of(address);
        Optional<Duration> wait = taken(byAddress.of(origin));
        return wait.isPresent() ? wait : taken(byAccount.of(origin + ' ' + account));
    }

    /** Gives the try of a right password back. */
    synchronized void giveBack(String account, String address) {
        String origin = AddressBlock.of(address);
        byAddress.of(origin).addTokens(1);
        byAccount.of(origin + ' ' + account).addTokens(1);
    }

    private static Optional<Duration> taken(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Buckets by key. Bounded: who was not seen for longest is forgotten first. */
    private final class Buckets extends LinkedHashMap<String, Bucket> {
        private static final int REMEMBERED = 20_000;

        private final int capacity;
        private final int refill;
        private final Duration period;

        Buckets(int capacity, int refill, Duration period) {
            super(64, 0.75f, true);
            this.capacity = capacity;
            this.refill = refill;
            this.period = period;
        }

        Bucket of(String key) {
            return computeIfAbsent(
                    key,
                    k -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                            .withCustomTimePrecision(time)
                            .build());
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** The injected clock in bucket4j's terms. */
    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
