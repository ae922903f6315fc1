package org.peekplatform.plugins.noop.tuple;

import org.peekplatform.api.live.Tuple;

/** Which client service a device has come to: made there, the server knows nothing of it. */
@Tuple
public record Door(String instance, long pulses) {}
