package org.peekplatform.core.plan;

import org.peekplatform.api.Service;

/** An instance that the platform knows, and whether it is there now. */
public record InstanceStatus(String name, Service service, boolean connected) {}
