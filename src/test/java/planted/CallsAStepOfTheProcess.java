package planted;

/** Calls what only the process may. */
class CallsAStepOfTheProcess {
    void call(StepOfTheProcess step) {
        step.step();
    }
}
