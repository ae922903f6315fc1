/**
 * What should run where, and what does. The server's database holds the wanted set; every instance brings itself there
 * and reports. What enters is a wanted set and an inventory, what leaves is the list of steps between them.
 */
package org.peekplatform.core.wanted;
