package org.peekplatform.core.descriptor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.peekplatform.api.Service;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.problem.Findings;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.core.problem.Quoted;

/** Turns the bytes of a {@code plugin.json} into a descriptor, or says everything that is wrong with it. */
public final class DescriptorReader {
    /** A person writes this one. */
    public static final int MAX_SOURCE_BYTES = 256 * 1024;
    /** This one lists every file of the archive with its digest. */
    public static final int MAX_COMPLETED_BYTES = 4 * 1024 * 1024;

    private static final String TOO_BIG = "PEEK-2001";
    private static final String NOT_JSON = "PEEK-2002";
    private static final String UNKNOWN_SERVICE = "PEEK-2009";

    private final DescriptorRules rules = new DescriptorRules();

    /** The form that a developer writes: what the build adds must be absent, version and parts may be. */
    public DescriptorIntake readSource(byte[] json) {
        return read(json, MAX_SOURCE_BYTES, rules::checkSource);
    }

    /** The form that stands in an archive. */
    public DescriptorIntake readCompleted(byte[] json) {
        return read(json, MAX_COMPLETED_BYTES, rules::checkCompleted);
    }

    private static DescriptorIntake read(byte[] json, int maxBytes, BiConsumer<PluginDescriptor, Findings> check) {
        if (json.length > maxBytes) {
            return refused(
                    TOO_BIG,
                    "plugin.json has " + json.length + " bytes, at most " + maxBytes
                            + " are allowed. Nothing was changed. Shorten it.");
        }
        Findings findings = new Findings();
        try {
            JsonNode tree = Json.mapper()
                    .readerFor(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .readValue(json);
            checkShape(tree, findings);
            if (findings.isEmpty()) {
                PluginDescriptor descriptor = Json.mapper()
                        .readerFor(PluginDescriptor.class)
                        .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .readValue(tree);
                check.accept(descriptor, findings);
                if (findings.isEmpty()) {
                    return new DescriptorIntake.Accepted(descriptor);
                }
            }
        } catch (StreamConstraintsException e) {
            return refused(
                    NOT_JSON,
                    "plugin.json is nested too deeply or has too long a value. Nothing was changed. "
                            + "Write it as the plugin guide shows.");
        } catch (JsonProcessingException e) {
            return refused(NOT_JSON, notJson(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DescriptorIntake.Refused(findings.list());
    }

    private static void checkShape(JsonNode tree, Findings findings) {
        DescriptorShape.ROOT.check("", tree, findings);
        tree.path("services").fieldNames().forEachRemaining(name -> checkService("services", name, findings));
        tree.path("requires")
                .forEach(requirement -> requirement
                        .path("services")
                        .forEach(service -> checkService("requires[].services", service.asText(), findings)));
    }

    private static void checkService(String field, String name, Findings findings) {
        if (List.of(Service.values()).stream().noneMatch(service -> service.id().equals(name))) {
            findings.add(
                    UNKNOWN_SERVICE,
                    "plugin.json: " + field + " names the service " + Quoted.of(name)
                            + ", there are server, client, agent and worker. Nothing was changed. Use one of these.");
        }
    }

    private static String notJson(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return "plugin.json cannot be read as JSON" + where + ": " + Quoted.of(e.getOriginalMessage())
                + ". Nothing was changed. Correct the file.";
    }

    private static DescriptorIntake refused(String code, String message) {
        return new DescriptorIntake.Refused(List.of(new Problem(code, message)));
    }
}
