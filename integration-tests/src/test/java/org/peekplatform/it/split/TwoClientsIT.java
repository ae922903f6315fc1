package org.peekplatform.it.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peekplatform.it.platform.Await;
import org.peekplatform.it.platform.Device;
import org.peekplatform.it.platform.FourWildFlys;
import org.peekplatform.it.platform.Platform;
import org.peekplatform.it.platform.Plugins;
import org.peekplatform.it.platform.RestClient;
import org.peekplatform.it.platform.SecondClient;

/** Live data over two client services, of which one is killed. */
@ExtendWith(FourWildFlys.class)
class TwoClientsIT {
    private static final String NOTES = "noop.Note";
    private static final Duration PATIENCE = Plugins.PATIENCE;
    private static final int EACH = 20;

    private final Platform platform;
    private final List<Device> opened = new ArrayList<>();

    TwoClientsIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void devicesOfBothSeeTheSameAndThoseOfOneGoOnWhenTheOtherIsKilled() {
        platform.plugins().removeAll();
        platform.plugins().install(Plugins.built("noop"));
        try (SecondClient second = new SecondClient(platform)) {
            platform.plugins()
                    .awaitPlugin("noop")
                    .running("1.0.0", "server1", "client1", "agent1", "worker1", SecondClient.NAME);
            List<Device> ofFirst = devices(platform.device());
            List<Device> ofSecond = devices(second.device());
            await(
                    "all have the notes",
                    ofBoth(ofFirst, ofSecond),
                    device -> device.value(NOTES).isArray());
            await("each service asked once", () -> upstream("client1") == 1 && upstream(SecondClient.NAME) == 1);

            ofSecond.get(0).act("noop.AddNote", Map.of("text", "from the second"));
            await("all see it", ofBoth(ofFirst, ofSecond), device -> shows(device, "from the second"));
            second.kill();
            ofFirst.get(0).act("noop.AddNote", Map.of("text", "while the second is away"));

            await("all of the first see it", ofFirst, device -> shows(device, "while the second is away"));
            assertThat(ofFirst).allSatisfy(device -> assertThat(device.faults()).isEmpty());
        } finally {
            opened.forEach(Device::close);
        }
    }

    private List<Device> devices(RestClient session) {
        List<Device> devices = Stream.generate(() -> new Device(session).observe(NOTES))
                .limit(EACH)
                .toList();
        opened.addAll(devices);
        return devices;
    }

    private static List<Device> ofBoth(List<Device> first, List<Device> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static boolean shows(Device device, String text) {
        for (JsonNode note : device.value(NOTES)) {
            if (note.path("text").asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private long upstream(String instance) {
        return platform.counters(instance).path("live.upstream").asLong();
    }

    private static void await(String what, List<Device> devices, Predicate<Device> met) {
        await(what, () -> devices.stream().allMatch(met));
    }

    private static void await(String what, BooleanSupplier met) {
        Await.until(what, PATIENCE, met::getAsBoolean, Boolean::booleanValue);
    }
}
