/**
 * What every part of a plugin may use, on whichever service it runs.
 *
 * <p>A plugin is plain Jakarta EE code with one CDI bean per service that implements a hook from
 * {@link org.peekplatform.api.hook}. The hook receives a platform object; whatever it registers there is taken back by
 * the platform when the part stops. APIs of other plugins come by {@code @Inject @PublishedApi}.
 *
 * @since 0.1
 */
package org.peekplatform.api;
