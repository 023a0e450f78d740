package org.schoolcollab.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Neither keeps, takes, gives nor calls anything of type float or double. */
final class NoFloatingPoint extends ArchCondition<JavaClass> {

    private static final Set<String> TYPES = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    NoFloatingPoint() {
        super("have nothing to do with float or double");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getFields().stream()
                .filter(field -> isFloating(field.getRawType()))
                .forEach(field -> breach(type, field.getFullName(), events));
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                    .anyMatch(NoFloatingPoint::isFloating)) {
                breach(type, unit.getFullName(), events);
            }
        }
        for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
            if (Stream.concat(
                            Stream.of(call.getTarget().getRawReturnType()),
                            call.getTarget().getRawParameterTypes().stream())
                    .anyMatch(NoFloatingPoint::isFloating)) {
                breach(type, call.getDescription(), events);
            }
        }
    }

    private static boolean isFloating(JavaClass type) {
        return TYPES.contains(type.getName());
    }

    private static void breach(JavaClass type, String where, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(type, where + " is floating point"));
    }
}
