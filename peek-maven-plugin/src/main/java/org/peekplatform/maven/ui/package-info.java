/**
 * Builds the pages of a plugin with the frontend SDK that the platform's version fixes. A folder of sources enters, ES
 * modules and their manifest leave. Tool chains are kept once per user, so that a plugin has no node_modules of its own.
 */
package org.peekplatform.maven.ui;
