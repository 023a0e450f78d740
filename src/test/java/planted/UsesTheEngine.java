package planted;

/** Knows the process engine outside the module that may. */
class UsesTheEngine {
    Class<?> engine() {
        return org.flowable.engine.TaskService.class;
    }
}
