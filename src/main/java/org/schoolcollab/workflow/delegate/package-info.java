/** Everything the process engine asks of the application: each delegate is one call into one module. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.workflow.delegate;
