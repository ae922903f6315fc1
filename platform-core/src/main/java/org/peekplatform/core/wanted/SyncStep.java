package org.peekplatform.core.wanted;

/** One thing that an instance has to do to come to the wanted set. */
public sealed interface SyncStep {

    String plugin();

    /** Add the part or put it in the place of what is deployed, and let it run. */
    record Deploy(WantedPlugin wanted) implements SyncStep {
        @Override
        public String plugin() {
            return wanted.id();
        }
    }

    /** Let a deployment that is there run. */
    record Enable(WantedPlugin wanted) implements SyncStep {
        @Override
        public String plugin() {
            return wanted.id();
        }
    }

    /** Stop a deployment, keep it there. */
    record Disable(WantedPlugin wanted) implements SyncStep {
        @Override
        public String plugin() {
            return wanted.id();
        }
    }

    /** Take a deployment away. */
    record Remove(String plugin) implements SyncStep {}

    /** Nothing to do but to remember that this decision of the administrator was seen. */
    record Acknowledge(WantedPlugin wanted) implements SyncStep {
        @Override
        public String plugin() {
            return wanted.id();
        }
    }
}
