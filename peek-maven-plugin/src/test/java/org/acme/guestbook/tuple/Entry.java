package org.acme.guestbook.tuple;

import java.util.List;
import org.acme.base.tuple.Item;
import org.acme.greeting.tuple.Visit;
import org.peekplatform.api.live.Tuple;

/** Made of types of two other plugins, one of which has no TypeScript. */
@Tuple
public record Entry(Mood mood, org.acme.greeting.tuple.Mood guest, List<Visit> visits, Item item) {}
