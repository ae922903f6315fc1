package org.acme.heavy.tuple;

import java.io.File;
import java.util.Date;
import org.peekplatform.api.live.Tuple;

@Tuple
public record Parcel(File label, Date sent) {}
