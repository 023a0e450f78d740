package planted;

import org.schoolcollab.shared.ProcessStep;

/** Something the engine calls. */
@ProcessStep
class StepOfTheProcess {
    void step() {}
}
