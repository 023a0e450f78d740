package org.schoolcollab.admin.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.schoolcollab.admin.PasswordChoice;

/** Where a person who was given a one-time link chooses a password. */
@Route(value = "choose-password/:token", autoLayout = false)
@AnonymousAllowed
public class ChoosePasswordView extends LinkPage {

    private final transient PasswordChoice choice;

    ChoosePasswordView(PasswordChoice choice) {
        super("admin.choosePassword");
        this.choice = choice;
    }

    @Override
    boolean isOpen(String secret) {
        return choice.isOpen(secret);
    }

    @Override
    void act(String secret, String typed, String typedAgain) {
        choice.choose(secret, typed, typedAgain);
    }
}
