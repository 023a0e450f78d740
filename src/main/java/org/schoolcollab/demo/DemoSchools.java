package org.schoolcollab.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.CollaborationRegister;
import org.schoolcollab.collaboration.CollaborationRegister.NewMember;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.establishment.EstablishmentRegister;
import org.schoolcollab.establishment.EstablishmentRegister.NewSchool;
import org.schoolcollab.establishment.Grade;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.programme.PublishedFacts;
import org.schoolcollab.programme.PublishedFacts.ProfileOf;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fictional member schools. The report names none, so for each collaboration as many are invented as were published, with judgements
 * that add up to its published profile. The county's 635 memberships are of about 485 schools; who belongs to several collaborations
 * is not published, so each membership gets a school of its own here rather than a guess.
 */
@Component
@Profile("demo")
class DemoSchools {

    /** Two schools of different collaborations under one trust, so that an interest can follow from it. */
    static final String SHARED_TRUST = "White Cliffs Schools Trust (demo)";

    private static final Set<String> SHARING = Set.of("samphire-hub:2", "sandwich-primary-consortium:2");
    private static final LocalDate FIRST_INSPECTION = LocalDate.of(2010, 9, 1);
    private static final int INSPECTION_DAYS = 1_000;

    private final PublishedFacts facts;
    private final EstablishmentRegister establishments;
    private final CollaborationRegister collaborations;

    DemoSchools(PublishedFacts facts, EstablishmentRegister establishments, CollaborationRegister collaborations) {
        this.facts = facts;
        this.establishments = establishments;
        this.collaborations = collaborations;
    }

    /** The n-th fictional school of a collaboration, counted from 1; the same id on every database. */
    static EstablishmentId idOf(String slug, int number) {
        return new EstablishmentId(
                UUID.nameUUIDFromBytes(("demo-school:" + slug + ":" + number).getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds all schools and memberships. */
    int add() {
        List<NewSchool> schools = new ArrayList<>();
        List<NewMember> members = new ArrayList<>();
        for (ProfileOf profile : facts.profiles()) {
            List<@Nullable Grade> grades = grades(profile);
            LocalDate from = LocalDate.of("2013/14".equals(profile.firstRound()) ? 2013 : 2012, 9, 1);
            for (int number = 1; number <= profile.schools(); number++) {
                EstablishmentId id = idOf(profile.slug(), number);
                schools.add(school(profile, number, id, grades.get(number - 1)));
                members.add(new NewMember(profile.collaboration(), id, number == 1, from));
            }
        }
        establishments.addSchools(schools, "Fictional: adds up to the published profile of the collaboration");
        collaborations.addMembers(members);
        return schools.size();
    }

    private static NewSchool school(ProfileOf profile, int number, EstablishmentId id, @Nullable Grade grade) {
        Phase phase = phase(profile, number);
        boolean sharing = SHARING.contains(profile.slug() + ":" + number);
        return new NewSchool(
                id,
                profile.name() + " school " + number + " (demo)",
                phase,
                sharing || phase == Phase.SECONDARY,
                sharing ? SHARED_TRUST : null,
                profile.districtCode(),
                true,
                grade,
                grade == null
                        ? null
                        : FIRST_INSPECTION.plusDays(
                                Math.floorMod(profile.slug().hashCode() + 97 * number, INSPECTION_DAYS)));
    }

    /** Mostly primary schools with a secondary among every five, unless the collaboration's name says what it is. */
    private static Phase phase(ProfileOf profile, int number) {
        String name = profile.name();
        if (name.contains("(KASS)")) {
            return Phase.SPECIAL;
        }
        if (name.contains("Nursery")) {
            return Phase.NURSERY;
        }
        if (name.contains("Grammar") || name.contains("Post 16")) {
            return Phase.SECONDARY;
        }
        return number % 5 == 4 ? Phase.SECONDARY : Phase.PRIMARY;
    }

    /** The published judgements, one for each school, mixed the same way every time. */
    private static List<@Nullable Grade> grades(ProfileOf profile) {
        List<@Nullable Grade> grades = new ArrayList<>();
        grades.addAll(Collections.nCopies(profile.outstanding(), Grade.OUTSTANDING));
        grades.addAll(Collections.nCopies(profile.good(), Grade.GOOD));
        grades.addAll(Collections.nCopies(profile.requiresImprovement(), Grade.REQUIRES_IMPROVEMENT));
        grades.addAll(Collections.nCopies(profile.inadequate(), Grade.INADEQUATE));
        for (int i = 0; i < profile.notInspected(); i++) {
            grades.add(null);
        }
        Collections.shuffle(grades, new Random(profile.slug().hashCode()));
        return grades;
    }
}
