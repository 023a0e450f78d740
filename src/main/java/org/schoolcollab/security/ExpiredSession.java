package org.schoolcollab.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.security.web.session.SessionInformationExpiredStrategy;

/** Answers a request of a session that was ended: a page leads to the log-in, a page's own call is told to load again. */
final class ExpiredSession implements SessionInformationExpiredStrategy {

    /** What Vaadin's client takes as "this session is over". */
    private static final String OVER = "for(;;);[{\"meta\":{\"async\":true,\"sessionExpired\":true}}]";

    @Override
    public void onExpiredSessionDetected(SessionInformationExpiredEvent event) throws IOException {
        HttpServletRequest request = event.getRequest();
        HttpServletResponse response = event.getResponse();
        if (request.getParameter("v-r") != null) {
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write(OVER);
        } else {
            response.sendRedirect(request.getContextPath() + "/login");
        }
    }
}
