package org.peekplatform.core.tuple;

/**
 * Where in a live type something was found.
 *
 * @param subject such as {@code tuple 'Order'}
 * @param path such as {@code component lines[].photo}
 */
record Spot(String subject, String path) {
    private static final String ITSELF = "it";

    static Spot of(LiveType.Kind kind, String name) {
        return new Spot(kind.word() + " '" + name + "'", ITSELF);
    }

    Spot result() {
        return new Spot(subject, "its result");
    }

    Spot component(String name) {
        return new Spot(subject, path.equals(ITSELF) ? "component " + name : path + "." + name);
    }

    Spot element() {
        return new Spot(subject, path + "[]");
    }

    Spot value() {
        return new Spot(subject, path + "{}");
    }

    Spot member(Class<?> member) {
        return new Spot(subject, path + "(" + member.getSimpleName() + ")");
    }

    Spot argument(Class<?> generic) {
        return new Spot(subject, path + "<" + generic.getSimpleName() + ">");
    }

    /** What, which and why; the cure is a sentence of its own. */
    String cannotTravel(String reason, String cure) {
        return subject + " cannot travel: " + path + " " + reason + ". " + cure;
    }
}
