/** The tables of noop as entities. Rows enter and leave; the scripts in db/migration made the tables. */
package org.peekplatform.plugins.noop.internal.storage;
