@org.jspecify.annotations.NullMarked
package org.schoolcollab.bid.attachment;
