/**
 * What would happen if. A descriptor and the installed set enter, a plan that an administrator can read and agree to
 * leaves, or the reasons why not. Nothing here changes anything.
 */
package org.peekplatform.core.plan;
