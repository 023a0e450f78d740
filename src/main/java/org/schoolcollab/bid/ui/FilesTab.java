package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.bid.attachment.Attachments;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;

/** The files of a bid on its case page. */
@org.springframework.stereotype.Component
class FilesTab implements CaseTab {

    private static final int ORDER = 15;

    private final Attachments attachments;
    private final CurrentUser currentUser;

    FilesTab(Attachments attachments, CurrentUser currentUser) {
        this.attachments = attachments;
        this.currentUser = currentUser;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String key() {
        return "files";
    }

    @Override
    public String titleKey() {
        return "bid.tab.files";
    }

    @Override
    public boolean isShown(BidSummary bid) {
        return mayAdd(bid) || !attachments.of(bid.id()).isEmpty();
    }

    @Override
    public Component content(BidSummary bid) {
        return new AttachmentsPanel(attachments, bid.id(), mayAdd(bid));
    }

    private boolean mayAdd(BidSummary bid) {
        return bid.status().isWithLead() && currentUser.actor().has(Role.COLLABORATION_LEAD, bid.places());
    }
}
