package org.peekplatform.maven.live;

import java.util.Map;

/** Loads the classes of a compiled output that is in memory. They are looked at, not run. */
final class CompiledClasses extends ClassLoader {
    private final Map<String, byte[]> output;

    /**
     * @param dependencies has everything that the classes were compiled against
     */
    CompiledClasses(Map<String, byte[]> output, ClassLoader dependencies) {
        super(dependencies);
        this.output = output;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = output.get(entry(name));
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Where the output has a class. */
    static String entry(String name) {
        return name.replace('.', '/') + ".class";
    }
}
