package org.schoolcollab.workflow;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.bid.WhereItStands;
import org.schoolcollab.inbox.BidWork;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says who can act on a bid now and until when, from the open tasks. */
@Component
class OpenStepsOfBids implements WhereItStands {

    private final BidWork work;
    private final People people;
    private final BidCourse course;

    OpenStepsOfBids(BidWork work, People people, BidCourse course) {
        this.work = work;
        this.people = people;
        this.course = course;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenStep> of(BidId bid) {
        Map<String, List<WorkItem>> byTask = work.of(bid).stream()
                .filter(item -> item.state() == WorkItem.State.OPEN)
                .collect(Collectors.groupingBy(WorkItem::taskKey, LinkedHashMap::new, Collectors.toList()));
        List<OpenStep> steps = new ArrayList<>();
        byTask.forEach((task, items) -> steps.add(new OpenStep(
                "task." + task,
                items.stream().flatMap(item -> names(item).stream()).distinct().collect(Collectors.joining(", ")),
                items.getFirst().due(),
                items.getFirst().due() == null ? "" : text("task." + task + ".why"))));
        return steps;
    }

    /** Whoever has claimed it, else all who could. */
    private List<String> names(WorkItem item) {
        if (item.claimedName() != null) {
            return List.of(item.claimedName());
        }
        if (item.group().isPersonal()) {
            return item.group().person().flatMap(people::find).map(People.Person::displayName).stream()
                    .toList();
        }
        return item.group().role().stream()
                .flatMap(role -> people.holders(role, item.group().scope()).stream())
                .map(People.Person::displayName)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Stage stageInDelivery(BidId bid) {
        return work.of(bid).stream()
                .filter(item -> item.state() == WorkItem.State.OPEN)
                .map(WorkItem::stage)
                .findFirst()
                .orElseGet(() -> course.waitsFor(bid)
                        .filter(wait -> wait.elementId().equals("timerEvent_OctoberWindowOpened"))
                        .map(wait -> Stage.OCTOBER)
                        .orElse(Stage.MARCH));
    }

    private static String text(String key) {
        UI ui = UI.getCurrent();
        return ui == null ? key : ui.getTranslation(key);
    }
}
