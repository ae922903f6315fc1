package org.peekplatform.maven.scan;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.objectweb.asm.Opcodes;

/**
 * One class file, read.
 *
 * @param name internal name, with slashes
 * @param access flags of the class file format
 * @param parents superclass first, then the interfaces, by internal name
 * @param annotations of the class itself, by internal name
 * @param members public and protected ones, as {@code name(Ljava/lang/String;)V} or {@code field:I}
 * @param refersTo every type and member that the class names
 */
public record ScannedClass(
        String name,
        int access,
        List<String> parents,
        Set<String> annotations,
        SortedSet<String> members,
        References refersTo) {

    /** The package, with slashes; empty for the unnamed one. */
    public String packagePath() {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "" : name.substring(0, slash);
    }

    public boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** Can be made: neither interface nor abstract. */
    public boolean isConcrete() {
        return (access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT)) == 0;
    }

    public boolean isPublic() {
        return (access & Opcodes.ACC_PUBLIC) != 0;
    }

    /**
     * @param types internal names
     * @param members of classes, in the notation of {@link ScannedClass#members()}
     */
    public record References(SortedSet<String> types, Set<Member> members) {}

    /** A member as the code names it; a class above the owner may declare it. */
    public record Member(String owner, String signature) {}
}
