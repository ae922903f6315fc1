/** Who people are. What enters is a name and a password; what leaves is a user with roles. */
package org.peekplatform.api.account;
