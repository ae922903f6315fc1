package org.peekplatform.api;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Publishes a Java API to other plugins, and asks for one.
 *
 * <p>On a bean: every interface of the bean that lies in an exposed package of its plugin is published on the service
 * the bean runs on (server, client or agent). On an injection point of an interface type: the implementation that
 * another plugin publishes is injected as a proxy. The proxy may be kept for the life of the bean; it finds the
 * provider at each call, so an update of the provider is seen by the next call.
 *
 * <p>Calls run on the caller's thread. While the provider is being replaced a call throws
 * {@link ApiUnavailableException}; an exception thrown by the provider reaches the caller unchanged.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, FIELD, METHOD, PARAMETER})
public @interface PublishedApi {}
