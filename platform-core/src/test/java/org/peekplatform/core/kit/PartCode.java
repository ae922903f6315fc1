package org.peekplatform.core.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peekplatform.api.Service;

/** Classes of one built plugin, under its own package. */
final class PartCode {
    private static final String TEMPLATE = "org/peekplatform/core/kit/template";
    private static final String PROVIDER = "org/peekplatform/core/kit/provider";
    private static final byte[] BEANS = ("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
                    + " bean-discovery-mode=\"annotated\"/>\n")
            .getBytes(UTF_8);

    private final String id;
    private final byte[] behaviour;

    PartCode(String id, byte[] behaviour) {
        this.id = id;
        this.behaviour = behaviour;
    }

    /** Slashed package of a built plugin. */
    static String folder(String id) {
        return "peekplugins/" + id.replace('-', '_');
    }

    static String greeter(String id) {
        return folder(id).replace('/', '.') + ".server.Greeter";
    }

    static List<String> members(String id) {
        String type = folder(id) + "/server/Greeter";
        return List.of(type, type + "#greet(Ljava/lang/String;)Ljava/lang/String;");
    }

    String hook(Service service) {
        return folder(id).replace('/', '.') + ".internal." + service.id() + "." + hookName(service);
    }

    Map<String, byte[]> api() {
        Map<String, byte[]> jar = new LinkedHashMap<>();
        add(jar, "", "server/Greeter", Map.of(TEMPLATE, folder(id)));
        return jar;
    }

    Map<String, byte[]> jar(Service service, boolean publishes, List<String> consumed) {
        Map<String, String> own = Map.of(TEMPLATE, folder(id));
        Map<String, byte[]> jar = new LinkedHashMap<>();
        jar.put("META-INF/beans.xml", BEANS);
        common(jar, "");
        add(jar, "", "internal/" + service.id() + "/" + hookName(service), own);
        if (service == Service.SERVER) {
            add(jar, "", "internal/server/Consumed", own);
            if (publishes) {
                add(jar, "", "internal/server/GreeterBean", own);
            }
            consumed.forEach(provider -> add(jar, "", "internal/server/using/ConsumedGreeter", using(provider)));
        }
        return jar;
    }

    Map<String, byte[]> war() {
        Map<String, byte[]> war = new LinkedHashMap<>();
        common(war, "WEB-INF/classes/");
        add(war, "WEB-INF/classes/", "internal/web/PageServlet", Map.of(TEMPLATE, folder(id)));
        return war;
    }

    private void common(Map<String, byte[]> files, String root) {
        add(files, root, "internal/common/Behaviour", Map.of(TEMPLATE, folder(id)));
        files.put(root + folder(id) + "/internal/common/behaviour.properties", behaviour);
    }

    private Map<String, String> using(String provider) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(PROVIDER, folder(provider));
        names.put(
                TEMPLATE + "/internal/server/using",
                folder(id) + "/internal/server/using_" + provider.replace('-', '_'));
        names.put(TEMPLATE, folder(id));
        return names;
    }

    private static void add(Map<String, byte[]> files, String root, String type, Map<String, String> names) {
        String template = TEMPLATE + "/" + type;
        files.put(root + ClassTemplate.renamed(template, names) + ".class", ClassTemplate.copy(template, names));
    }

    private static String hookName(Service service) {
        String name = service.name();
        return name.charAt(0) + service.id().substring(1) + "Part";
    }
}
