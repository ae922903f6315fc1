package org.peekplatform.maven.ui;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Runs the SDK's build on the pages of one plugin. */
public final class FrontendBuild {
    private static final Object ONE_OF_THIS_PROCESS = new Object();

    /**
     * Folders of one build.
     *
     * @param out becomes {@code ui/} of the archive
     * @param types becomes {@code types/} of the archive
     * @param tuples modules of the plugin's own tuples; may be missing
     * @param dependencies declarations of other plugins; may be missing
     */
    public record Folders(Path out, Path types, Path tuples, Path dependencies) {}

    private final Path cache;
    private final Consumer<String> log;

    /**
     * @param cache where tool chains are kept; one build at a time uses it, on this machine
     */
    public FrontendBuild(Path cache, Consumer<String> log) {
        this.cache = cache;
        this.log = log;
    }

    /**
     * @param sdk the SDK's zip
     * @param sources the plugin's {@code src/main/frontend}
     * @param folders what is read and written besides
     */
    public void build(Path sdk, Path sources, Folders folders) throws IOException {
        Files.createDirectories(cache);
        // A file lock holds between processes only; threads of this one have to queue up themselves.
        synchronized (ONE_OF_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(
                    cache.resolve("frontend.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                Path script = FrontendSdk.install(sdk, cache, log).file("ui-build.mjs");
                new Command(sources, log)
                        .run(
                                "node",
                                script.toString(),
                                sources.toString(),
                                folders.out().toString(),
                                "--types=" + folders.types(),
                                "--tuples=" + folders.tuples(),
                                "--deps=" + folders.dependencies());
            }
        }
    }
}
