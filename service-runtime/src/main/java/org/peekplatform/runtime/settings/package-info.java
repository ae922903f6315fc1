/** What an instance is told from outside, by system properties; see docs/architecture.md §1. Read once at start. */
package org.peekplatform.runtime.settings;
