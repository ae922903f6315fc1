package org.peekplatform.runtime.hook;

import java.util.Set;
import org.peekplatform.api.PluginInfo;

/** What the instance knows about a deployment from its archive. */
public interface PartDirectory {

    PluginInfo plugin(String deployment);

    /** Deployments on this service whose hooks must have started before this one's. */
    Set<String> requires(String deployment);
}
