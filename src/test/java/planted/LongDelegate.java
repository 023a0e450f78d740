package planted;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;

/** Does itself what a module should. */
class LongDelegate implements JavaDelegate {

    private int sum;

    @Override
    public void execute(DelegateExecution execution) {
        sum += 1;
        sum += 2;
        sum += 3;
        sum += 4;
        sum += 5;
        sum += 6;
        sum += 7;
        sum += 8;
        sum += 9;
        sum += 10;
        execution.setVariable("sum", sum);
    }
}
