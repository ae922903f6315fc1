package org.peekplatform.core.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A compiled class that is copied under other package names by rewriting the texts of its constant pool. */
final class ClassTemplate {
    private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();
    private static final int UTF8 = 1;

    private ClassTemplate() {}

    /**
     * @param type slashed name of the compiled class
     * @param names slashed names to replace, by what stands for them; longer ones first
     */
    static byte[] copy(String type, Map<String, String> names) {
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(READ.computeIfAbsent(type, ClassTemplate::read)))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(in.readLong());
            int count = in.readUnsignedShort();
            out.writeShort(count);
            for (int i = 1; i < count; i++) {
                i += copyConstant(in, out, names);
            }
            in.transferTo(out);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns 1 for the constants that take two places, else 0. */
    private static int copyConstant(DataInputStream in, DataOutputStream out, Map<String, String> names)
            throws IOException {
        int tag = in.readUnsignedByte();
        out.writeByte(tag);
        if (tag == UTF8) {
            out.writeUTF(renamed(in.readUTF(), names));
            return 0;
        }
        out.write(in.readNBytes(length(tag)));
        return tag == 5 || tag == 6 ? 1 : 0;
    }

    private static int length(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 5, 6 -> 8;
            default -> 4;
        };
    }

    static String renamed(String text, Map<String, String> names) {
        String renamed = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            renamed = renamed.replace(name.getKey(), name.getValue())
                    .replace(name.getKey().replace('/', '.'), name.getValue().replace('/', '.'));
        }
        return renamed;
    }

    private static byte[] read(String type) {
        try (InputStream in = ClassTemplate.class.getResourceAsStream("/" + type + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
