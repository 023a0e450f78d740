package org.schoolcollab.bid;

/** From whom support is commissioned (§28). */
public enum ProviderType {
    TEACHING_SCHOOL,
    ACADEMY_TRUST,
    LOCAL_AUTHORITY,
    NATIONAL_BODY,
    OTHER
}
