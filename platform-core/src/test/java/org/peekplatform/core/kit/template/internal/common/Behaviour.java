package org.peekplatform.core.kit.template.internal.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.peekplatform.api.hook.Platform;

/** What the test wants of the part; the builder writes it into {@code behaviour.properties}. */
public final class Behaviour {
    private final Properties settings = new Properties();

    public Behaviour() {
        try (InputStream in = Behaviour.class.getResourceAsStream("behaviour.properties")) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes its time or fails, if the test wants that on this service. */
    public void start(Platform platform) {
        String service = platform.service().id();
        takeTime("delay." + service);
        if (settings.containsKey("fail." + service)) {
            throw new IllegalStateException(settings.getProperty("fail." + service));
        }
    }

    /** Takes its time, if the test wants that on this service. */
    public void stop(Platform platform) {
        takeTime("linger." + platform.service().id());
    }

    private void takeTime(String key) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(settings.getProperty(key, "0")));
        while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    /** Such as {@code noop 1.0.0}. */
    public String title() {
        return settings.getProperty("title");
    }
}
