package org.peekplatform.maven.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.peekplatform.maven.scan.ScannedClass.Member;
import org.peekplatform.maven.scan.ScannedClass.References;

/** Reads one class file. Types are collected by a remapper that changes nothing, because it is shown every one. */
final class ClassReading extends ClassVisitor {
    private static final int ASM = Opcodes.ASM9;

    private final SortedSet<String> types = new TreeSet<>();
    private final Set<Member> references = new HashSet<>();
    private final Set<String> annotations = new HashSet<>();
    private final SortedSet<String> members = new TreeSet<>();
    private final List<String> parents = new ArrayList<>();

    private ClassReading() {
        super(ASM);
    }

    static ScannedClass read(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassReading reading = new ClassReading();
        reader.accept(new ClassRemapper(reading, reading.new TypeCollector()), ClassReader.SKIP_FRAMES);
        References refersTo = new References(reading.types, reading.references);
        return new ScannedClass(
                reader.getClassName(),
                reader.getAccess(),
                reading.parents,
                reading.annotations,
                reading.members,
                refersTo);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        if (superName != null) {
            parents.add(superName);
        }
        parents.addAll(Arrays.asList(interfaces));
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(Type.getType(descriptor).getInternalName());
        return new AnnotationVisitor(ASM) {};
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        offer(access, name + ":" + descriptor);
        return new FieldVisitor(ASM) {};
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        offer(access, name + descriptor);
        return new MemberCollector();
    }

    private void offer(int access, String member) {
        boolean visible = (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
        boolean written = (access & Opcodes.ACC_SYNTHETIC) == 0;
        if (visible && written && !member.startsWith("<clinit>")) {
            members.add(member);
        }
    }

    private void refer(String owner, String signature) {
        if (!owner.startsWith("[")) {
            references.add(new Member(owner, signature));
        }
    }

    private final class TypeCollector extends Remapper {
        TypeCollector() {
            super(ASM);
        }

        @Override
        public String map(String internalName) {
            types.add(internalName);
            return internalName;
        }
    }

    private final class MemberCollector extends MethodVisitor {
        MemberCollector() {
            super(ASM);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            refer(owner, name + descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            refer(owner, name + ":" + descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    boolean method = handle.getDesc().startsWith("(");
                    refer(handle.getOwner(), handle.getName() + (method ? "" : ":") + handle.getDesc());
                }
            }
        }
    }
}
