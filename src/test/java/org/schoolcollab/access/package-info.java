/** Whether anybody may do what they may not, tried out over random people, schools, roles and interests. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.access;
