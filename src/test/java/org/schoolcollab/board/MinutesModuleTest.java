package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Minutes and letters: made from what was recorded, frozen once signed, readable by everybody as tagged PDF. */
@PortalTest
class MinutesModuleTest extends BoardScenes {

    @Autowired
    MeetingPlanning planning;

    @Autowired
    MeetingConduct conduct;

    @Autowired
    Minutes minutes;

    @Autowired
    Referral referral;

    @Autowired
    DecisionLetters letters;

    @Autowired
    RulesOfTheBoard rules;

    @Autowired
    Jobs jobs;

    @Autowired
    PortalClock clock;

    @Test
    void minutesSayWhoWasThereWhoTookNoPartAndWhatWasDecided() {
        MeetingId id = closedMeeting();

        Paper paper = logIn.as("board2.south", () -> minutes.of(id)).paper();

        assertThat(paper.title()).isEqualTo("Minutes of the South Area Board, 16 June 2014");
        String text = text(paper);
        assertThat(text)
                .contains("Town hall 🏫 Tŷ")
                .contains("Present|Board member 2, South (demo)\nBoard member 3, South (demo)\n"
                        + "Board member 4, South (demo)\nChair, South Area Board (demo)|")
                .contains("Absent|Board member 1, South (demo)|")
                .contains("Sent apologies|Board member 5, South (demo)")
                .contains("1. Hythe Hub")
                .contains("Took no part|Board member 1, South (demo): leads a member school")
                .contains("Votes on Hythe Hub|Approve|3|Refuse|1|Abstain|0")
                .contains("Conditions|Name a moderator 📚")
                .contains("The board approved £20,000 of the £21,000 that were requested.")
                .contains("The targets are vague")
                .contains("2. Deal Learning Alliance")
                .contains("The board deferred the bid with questions to its lead:|Which pupils?");
        assertThat(text).as("votes are numbers, without names").doesNotContain("Board member 4, South (demo): ");
    }

    @Test
    void whoVotedOnABidAfterItPassedToAnotherBoardWasNotInThisMeeting() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        List.of("board2.south", "board3.south", "board4.south")
                .forEach(member -> grant(member, headOf("head.hythe-hub")));
        logIn.run(
                "admin", () -> rules.change(new RulesOfTheBoard.Typed("SOUTH", 50, 3, Majority.SIMPLE, null, "EAST")));
        MeetingId id = logIn.as("chair.south", () -> planning.plan(meeting()));
        logIn.run("chair.south", () -> {
            planning.putOn(id, bid);
            conduct.open(id);
            conduct.note(id, person("chair.south"), Attendance.PRESENT);
            referral.pass(bid, "Most of us lead schools in it");
        });
        jobs.runUntil(clock.instant().plusSeconds(60));
        logIn.run("chair.east", () -> opening.open(bid, Money.ofPounds(20_000)));
        fixtures.voteUntilDecided(bid, VoteChoice.APPROVE);
        logIn.run("chair.south", () -> {
            conduct.noteTheRestAbsent(id);
            conduct.close(id);
        });

        String text = text(logIn.as("auditor", () -> minutes.of(id)).paper());

        assertThat(text)
                .contains("Present|Chair, South Area Board (demo)|")
                .contains("The board passed the bid to the East board:|Most of us lead schools in it")
                .doesNotContain("East (demo)");
    }

    @Test
    void minutesSayWhoLedAnItemInThePlaceOfTheChair() throws IOException {
        BidId led = fixtures.recommendedBid("hythe-hub");
        BidId deferred = fixtures.recommendedBid("deal-learning-alliance");
        BidId own = fixtures.recommendedBid("sandwich-primary-consortium");
        grant("chair.south", headOf("head.hythe-hub"));
        grant("chair.south", headOf("head.deal-learning-alliance"));
        logIn.run(
                "admin",
                () -> rules.change(
                        new RulesOfTheBoard.Typed("SOUTH", 50, 3, Majority.SIMPLE, person("board3.south"), null)));
        MeetingId id = logIn.as("chair.south", () -> planning.plan(meeting()));
        logIn.run("chair.south", () -> {
            List.of(led, deferred, own).forEach(bid -> planning.putOn(id, bid));
            conduct.open(id);
            referral.defer(own, "Which pupils?");
            conduct.note(id, person("chair.south"), Attendance.PRESENT);
        });
        logIn.run("board3.south", () -> {
            opening.open(led, Money.ofPounds(20_000));
            referral.defer(deferred, "Which schools?");
        });
        fixtures.voteUntilDecided(led, VoteChoice.APPROVE);
        logIn.run("chair.south", () -> {
            fixtures.voters(led).forEach(voter -> conduct.note(id, person(voter), Attendance.PRESENT));
            conduct.noteTheRestAbsent(id);
            conduct.close(id);
        });
        // Whoever reads or signs them later: what counts is who was in the chair when the items were led.
        theChairPassesFrom("chair.south", "board3.south");

        String text = text(logIn.as("auditor", () -> minutes.of(id)).paper());

        String vice = "Led by|Board member 3, South (demo), in the place of the chair";
        assertThat(text.substring(text.indexOf("1. Hythe"), text.indexOf("2. Deal")))
                .contains(vice);
        assertThat(text.substring(text.indexOf("2. Deal"), text.indexOf("3. Sandwich")))
                .contains(vice);
        assertThat(text.substring(text.indexOf("3. Sandwich"))).doesNotContain("Led by");
        try (PDDocument pdf = Loader.loadPDF(logIn.as("auditor", () -> minutes.pdf(id)))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Board member 3, South (demo), in the place of the chair");
        }
    }

    @Test
    void minutesThatTheNextChairSignsDoNotSayThatTheChairLedInThePlaceOfTheChair() {
        MeetingId id = closedMeeting();
        theChairPassesFrom("chair.south", "board3.south");

        logIn.run("board3.south", () -> minutes.sign(id));

        Minutes.Shown signed = logIn.as("auditor", () -> minutes.of(id));
        assertThat(signed.signedBy()).isEqualTo("Board member 3, South (demo)");
        assertThat(text(signed.paper())).contains("1. Hythe Hub").doesNotContain("Led by");
    }

    @Test
    void signedMinutesAndTheirMeetingDoNotChangeAnyMore() {
        MeetingId id = closedMeeting();
        refusal("board2.south", () -> minutes.sign(id), "error.accessRefused");
        Paper draft = logIn.as("chair.south", () -> minutes.of(id)).paper();

        logIn.run("chair.south", () -> minutes.sign(id));

        Minutes.Shown signed = logIn.as("auditor", () -> minutes.of(id));
        assertThat(signed.paper()).isEqualTo(draft);
        assertThat(signed.signedBy()).isEqualTo("Chair, South Area Board (demo)");
        assertThat(signed.sha256()).hasSize(64);
        assertThat(signed.intact()).isTrue();
        refusal("chair.south", () -> minutes.sign(id), "error.board.meetingIs.SIGNED");
        refusal(
                "chair.south",
                () -> conduct.note(id, person("board5.south"), Attendance.PRESENT),
                "error.board.meetingIs.SIGNED");
        for (String change : List.of(
                "update board_minutes set content = 'x'",
                "delete from board_minutes",
                "update board_meeting set place = 'x'",
                "update board_meeting_item set words = 'x'",
                "update board_attendance set attendance = 'ABSENT'")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(Exception.class);
        }
        jdbc.sql("update security_person set display_name = 'Renamed' where username = 'board1.south'")
                .update();
        assertThat(logIn.as("auditor", () -> minutes.of(id)).paper()).isEqualTo(draft);
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'board.minutesSigned'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void thereAreNoMinutesBeforeTheMeetingIsClosedNorForOtherBoards() {
        MeetingId id = logIn.as("chair.south", () -> planning.plan(meeting()));

        refusal("chair.south", () -> minutes.of(id), "error.board.meetingIs.PLANNED");
        refusal("chair.south", () -> minutes.sign(id), "error.board.meetingIs.PLANNED");
        refusal("chair.east", () -> minutes.of(id), "error.accessRefused");
        refusal("chair.east", () -> minutes.pdf(id), "error.accessRefused");
    }

    @Test
    void thePdfIsTaggedInEnglishWithItsTitleAndItsFonts() throws IOException {
        MeetingId id = closedMeeting();

        byte[] bytes = logIn.as("chair.south", () -> minutes.pdf(id));

        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Minutes of the South Area Board, 16 June 2014");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            List<String> tags = tags(catalog.getStructureTreeRoot().getCOSObject());
            assertThat(tags).contains("H1", "H2", "Table", "Caption", "TH", "TD");
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Town hall", "Tŷ", "Hythe Hub", "£20,000", "[BOOKS]");
            for (var page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theLeadReadsTheLetterAboutTheDecision() throws IOException {
        MeetingId id = closedMeeting();
        assertThat(id).isNotNull();
        BidId approved = bid("Hythe Hub");
        BidId deferred = bid("Deal Learning Alliance");

        String letter =
                text(logIn.as("lead.hythe-hub", () -> letters.of(approved)).orElseThrow());
        assertThat(letter)
                .contains("The board has approved £20,000 of the £21,000 that you requested.")
                .contains("Conditions|Name a moderator 📚")
                .contains("First instalment|£12,000");
        assertThat(text(logIn.as("lead.deal-learning-alliance", () -> letters.of(deferred))
                        .orElseThrow()))
                .contains("Questions of the board|Which pupils?");
        refusal("lead.sandwich-primary-consortium", () -> letters.of(approved), "error.accessRefused");
        byte[] bytes = logIn.as("lead.hythe-hub", () -> letters.pdf(approved));
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
        BidId undecided = fixtures.recommendedBid("sandwich-primary-consortium");
        assertThat(logIn.as("lead.sandwich-primary-consortium", () -> letters.of(undecided)))
                .isEmpty();
    }

    @Test
    void aRefusalNamesItsReasonsInTheLetter() {
        BidId bid = fixtures.refusedBid("hythe-hub");

        assertThat(text(logIn.as("lead.hythe-hub", () -> letters.of(bid)).orElseThrow()))
                .contains("The board has refused your bid for £21,000.", "Because of the targets");
    }

    private void theChairPassesFrom(String before, String next) {
        RoleGrant chair = new RoleGrant(Role.BOARD_CHAIR, Scope.area("SOUTH"));
        grant(next, chair);
        transaction.executeWithoutResult(status -> people.replaceGrants(
                person(before),
                people.grantsOf(person(before)).stream()
                        .filter(grant -> !grant.equals(chair))
                        .toList()));
    }

    /** Hythe Hub approved in part with a condition, Deal deferred; one apology. */
    private MeetingId closedMeeting() {
        BidId hythe = fixtures.recommendedBid("hythe-hub");
        BidId deal = fixtures.recommendedBid("deal-learning-alliance");
        MeetingId id = logIn.as("chair.south", () -> planning.plan(meeting()));
        logIn.run("chair.south", () -> {
            planning.putOn(id, hythe);
            planning.putOn(id, deal);
            conduct.open(id);
            conduct.note(id, person("chair.south"), Attendance.PRESENT);
            conduct.note(id, person("board2.south"), Attendance.PRESENT);
            conduct.note(id, person("board5.south"), Attendance.APOLOGIES);
            opening.open(hythe, new BallotProposal(Money.ofPounds(20_000), "Name a moderator 📚", null));
        });
        logIn.run("board4.south", () -> voting.cast(hythe, VoteChoice.REFUSE, "The targets are vague"));
        vote(hythe, VoteChoice.APPROVE, "board2.south", "board3.south", "chair.south");
        logIn.run("chair.south", () -> {
            referral.defer(deal, "Which pupils?");
            conduct.noteTheRestAbsent(id);
            conduct.close(id);
        });
        return id;
    }

    private static MeetingDraft meeting() {
        return new MeetingDraft(
                "SOUTH",
                MeetingKind.MEETING,
                LocalDate.of(2014, 6, 16),
                LocalTime.of(16, 0),
                "Town hall 🏫 Tŷ",
                null,
                null);
    }

    private BidId bid(String collaboration) {
        return BidId.of(jdbc.sql("""
                        select b.id from bid_bid b join collaboration_collaboration c on c.id = b.collaboration_id
                        where c.name = ?""").param(collaboration).query(String.class).single());
    }

    private static String text(Paper paper) {
        StringBuilder text = new StringBuilder();
        paper.blocks().forEach(block -> {
            text.append(block.text()).append('|');
            block.rows().forEach(row -> text.append(String.join("|", row)).append('|'));
        });
        return text.toString();
    }

    private static List<String> tags(COSDictionary tree) {
        List<String> found = new java.util.ArrayList<>();
        collect(tree, found);
        return found;
    }

    private static void collect(COSBase node, List<String> found) {
        switch (node) {
            case COSObject reference -> collect(reference.getObject(), found);
            case COSArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    collect(array.getObject(i), found);
                }
            }
            case COSDictionary element -> {
                String tag = element.getNameAsString(COSName.S);
                if (tag != null) {
                    found.add(tag);
                }
                COSBase children = element.getDictionaryObject(COSName.K);
                if (children != null) {
                    collect(children, found);
                }
            }
            default -> {
                // A marked piece of content.
            }
        }
    }
}
