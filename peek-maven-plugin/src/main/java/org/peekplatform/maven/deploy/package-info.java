/**
 * Talks to a running platform over its REST API. An archive and an administrator's credentials enter; the plan and the
 * steps of the installation are shown, and what became of it leaves. Nothing here decides whether an archive is good: the
 * server does.
 */
package org.peekplatform.maven.deploy;
