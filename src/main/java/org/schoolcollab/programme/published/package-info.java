/** Reads and checks the tables of the programme as published, line by line; knows no database. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.programme.published;
