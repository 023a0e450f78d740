package planted;

import org.schoolcollab.shared.UseCase;

/** A service method that everybody could call. */
@UseCase
class UseCaseWithoutARule {
    public void open() {}
}
