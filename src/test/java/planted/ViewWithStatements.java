package planted;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that asks the database itself, and a route that does not say who may open it. */
@Route("planted")
class ViewWithStatements extends Div {
    ViewWithStatements(JdbcClient jdbc) {
        setText(jdbc.sql("select 1").query(String.class).single());
    }
}
