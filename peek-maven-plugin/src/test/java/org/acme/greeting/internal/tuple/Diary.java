package org.acme.greeting.internal.tuple;

import java.util.List;
import org.acme.greeting.tuple.Visit;
import org.peekplatform.api.live.Tuple;

@Tuple("DiaryPage")
public record Diary(String text, List<Visit> visits) {}
