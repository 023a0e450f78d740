/** Several processes of the application on one database, and what is left when one of them is killed. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.nodes;
