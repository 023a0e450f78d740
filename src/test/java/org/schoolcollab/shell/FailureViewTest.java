package org.schoolcollab.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import org.junit.jupiter.api.Test;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.testing.PortalTest;

@PortalTest
class FailureViewTest extends SpringBrowserlessTest {

    @Test
    void whatNobodyExpectedBecomesAnApologyWithAReference() {
        String text = shown(new IllegalStateException("secret of the server"));

        assertThat(text).contains("Something went wrong", "nothing was changed", "reference");
        assertThat(text).doesNotContain("secret", "IllegalState");
    }

    @Test
    void aRefusalBecomesItsSentence() {
        assertThat(shown(new RuntimeException(new NotFound()))).contains("This does not exist, or you may not see it.");
    }

    private static String shown(Exception failure) {
        FailureView view = new FailureView();
        int status =
                view.setErrorParameter(mock(BeforeEnterEvent.class), new ErrorParameter<>(Exception.class, failure));
        assertThat(status).isEqualTo(500);
        return view.getElement().getTextRecursively();
    }
}
