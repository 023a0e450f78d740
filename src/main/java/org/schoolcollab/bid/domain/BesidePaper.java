package org.schoolcollab.bid.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.PlanFile;
import org.schoolcollab.bid.SchoolAmounts;
import org.schoolcollab.bid.attachment.Attachment;
import org.schoolcollab.paper.Marks;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.Wording;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.Dates;
import org.springframework.stereotype.Component;

/** The schools of a plan with their shares, and its files, on its paper: beside an earlier plan with what became of them marked. */
@Component
class BesidePaper {

    private static final int GUIDE = 2;
    private static final int SHARE = 3;
    private static final int PLEDGE = 4;

    private final Wording words;

    BesidePaper(Wording words) {
        this.words = words;
    }

    /** @param earlier null for the plan alone */
    void write(Paper.Writer paper, PlanReading plan, BesidePlan beside, BesidePlan.@Nullable Earlier earlier) {
        schools(paper, plan, earlier == null ? List.of() : earlier.schools());
        paper.bullets(beside.takenOut().stream()
                .map(school -> Marks.plain(words.getTranslation(
                        "bid.schools.takenOut.line",
                        school.name(),
                        school.by(),
                        Dates.day(school.at()),
                        school.reason())))
                .toList());
        files(paper, beside.files(), earlier);
    }

    private void schools(Paper.Writer paper, PlanReading plan, List<SchoolAmounts> before) {
        List<MemberSchool> schools = plan.now().schools();
        List<List<String>> rows = new ArrayList<>();
        for (MemberSchool school : schools) {
            Optional<SchoolAmounts> was =
                    before.stream().filter(one -> one.id().equals(school.id())).findFirst();
            boolean isNew = was.isEmpty() && !before.isEmpty();
            rows.add(List.of(
                    isNew ? Marks.added(name(school)) : Marks.plain(name(school)),
                    words.getTranslation("enum.Phase." + school.phase().name()),
                    school.guide().format(),
                    amount(plan, was, SchoolAmounts::share, school.share(), isNew),
                    amount(plan, was, SchoolAmounts::pledge, school.pledge(), isNew),
                    words.getTranslation("enum.ConsentState." + school.consent().name())));
        }
        before.stream()
                .filter(one -> schools.stream().noneMatch(school -> school.id().equals(one.id())))
                .forEach(gone -> rows.add(List.of(
                        Marks.removed(gone.name()),
                        "",
                        "",
                        Marks.removed(gone.share().format()),
                        Marks.removed(gone.pledge().format()),
                        "")));
        String heading = words.getTranslation("bid.schools.title");
        paper.heading(heading)
                .table(
                        heading,
                        List.of(
                                words.getTranslation("bid.schools.school"),
                                words.getTranslation("bid.schools.phase"),
                                words.getTranslation("bid.schools.guideOf"),
                                words.getTranslation("bid.schools.share"),
                                words.getTranslation("bid.schools.pledge"),
                                words.getTranslation("bid.schools.consent")),
                        List.of(GUIDE, SHARE, PLEDGE),
                        rows,
                        List.of(
                                words.getTranslation("bid.schools.sum"),
                                "",
                                sum(schools, MemberSchool::guide),
                                sum(schools, MemberSchool::share),
                                sum(schools, MemberSchool::pledge),
                                ""));
    }

    private String name(MemberSchool school) {
        return school.lead() ? words.getTranslation("bid.schools.leadOf", school.name()) : school.name();
    }

    private static String amount(
            PlanReading plan, Optional<SchoolAmounts> was, Function<SchoolAmounts, Money> of, Money is, boolean isNew) {
        if (isNew) {
            return Marks.added(is.format());
        }
        return was.map(of).map(before -> plan.amounts(before, is)).orElseGet(is::format);
    }

    private static String sum(List<MemberSchool> schools, Function<MemberSchool, Money> of) {
        return schools.stream().map(of).reduce(Money.ZERO, Money::plus).format();
    }

    private void files(Paper.Writer paper, List<PlanFile> files, BesidePlan.@Nullable Earlier earlier) {
        String heading = words.getTranslation("bid.files.title");
        paper.heading(heading);
        List<List<String>> rows = new ArrayList<>();
        for (PlanFile one : files) {
            rows.add(row(
                    one.file(),
                    earlier == null || has(earlier.files(), one)
                            ? Marks.plain(one.file().name())
                            : Marks.added(one.file().name())));
        }
        if (earlier != null) {
            earlier.files().stream()
                    .filter(one -> !has(files, one))
                    .forEach(gone ->
                            rows.add(row(gone.file(), Marks.removed(gone.file().name()))));
        }
        if (rows.isEmpty()) {
            paper.paragraph(words.getTranslation("bid.files.none"));
            return;
        }
        paper.table(
                heading,
                List.of(
                        words.getTranslation("bid.files.name"),
                        words.getTranslation("bid.files.size"),
                        words.getTranslation("bid.files.added")),
                List.of(1),
                rows,
                List.of());
    }

    private List<String> row(Attachment file, String name) {
        return List.of(
                name,
                file.sizeIn(words::getTranslation),
                Marks.plain(words.getTranslation("bid.files.by", file.addedBy(), Dates.moment(file.addedAt()))));
    }

    private static boolean has(List<PlanFile> files, PlanFile wanted) {
        return files.stream()
                .anyMatch(one -> one.file().id().equals(wanted.file().id()));
    }
}
