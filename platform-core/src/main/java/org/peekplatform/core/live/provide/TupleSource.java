package org.peekplatform.core.live.provide;

import java.util.List;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.TupleSelector;

/** What a plugin's part offers, ready to be called from any thread. */
public interface TupleSource {

    List<?> load(TupleSelector selector) throws Exception;

    /** Deny by default: whatever the rule throws counts as no. */
    boolean allows(User user, TupleSelector selector);
}
