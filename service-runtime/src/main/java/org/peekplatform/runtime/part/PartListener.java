package org.peekplatform.runtime.part;

/** Hears of parts that come and go. Called on WildFly's deployment threads: {@code appeared} must return at once. */
public interface PartListener {
    PartListener NOBODY = new PartListener() {
        @Override
        public void appeared(Part part) {}

        @Override
        public void disappearing(Part part) {}
    };

    /** The part's bean container is up. */
    void appeared(Part part);

    /** The part is about to go; its beans can still be used until this returns. */
    void disappearing(Part part);
}
