package org.peekplatform.api.live;

import org.peekplatform.api.account.User;

/**
 * From whom an action comes.
 *
 * @param user who is signed in on the device, on the platform's word
 * @param device the device's own identifier, on its word
 * @param id of the action, the same each time it is sent
 * @since 0.1
 */
public record ActionContext(User user, String device, String id) {}
