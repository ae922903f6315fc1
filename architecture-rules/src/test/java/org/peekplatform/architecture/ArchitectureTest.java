package org.peekplatform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Serializable;
import java.util.Optional;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may know whom. */
@AnalyzeClasses(locations = ReactorClasses.class)
class ArchitectureTest {
    private static final String[] SERVICES = {
        "org.peekplatform.server..",
        "org.peekplatform.client..",
        "org.peekplatform.agent..",
        "org.peekplatform.worker.."
    };

    @ArchTest
    static final ArchRule pluginApiKnowsTheJdkAndJakartaAnnotationsOnly = classes()
            .that()
            .resideInAPackage("org.peekplatform.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.peekplatform.api..", "java..", "jakarta.inject..")
            .because("a plugin must not need anything but the JDK and Jakarta EE to compile");

    @ArchTest
    static final ArchRule coreKnowsNoContainer = noClasses()
            .that()
            .resideInAPackage("org.peekplatform.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "org.jboss..",
                    "org.wildfly..",
                    "org.hibernate..",
                    "org.flywaydb..",
                    "org.apache.activemq..",
                    "javax.naming..",
                    "javax.sql..")
            .because("the thinking is tested without a container");

    @ArchTest
    static final ArchRule coreKnowsNoService = noClasses()
            .that()
            .resideInAPackage("org.peekplatform.core..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.peekplatform.runtime..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule runtimeKnowsNoService = noClasses()
            .that()
            .resideInAPackage("org.peekplatform.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule onlyMessagingSpeaksJms = noClasses()
            .that()
            .resideOutsideOfPackage("..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.jms..", "org.apache.activemq..")
            .because("everybody else exchanges envelopes over a Link");

    @ArchTest
    static final ArchRule roomsOfTheServerHaveNoCycles =
            slices().matching("org.peekplatform.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfItsWebArchiveHaveNoCycles =
            slices().matching("org.peekplatform.server.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfTheRuntimeHaveNoCycles =
            slices().matching("org.peekplatform.runtime.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfTheCoreHaveNoCycles =
            slices().matching("org.peekplatform.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule recordsTravelAsJsonOnly = noClasses()
            .that()
            .areRecords()
            .should()
            .implement(Serializable.class)
            .because("whatever can be serialised by Java will be, one day, by somebody who sends it to us");

    @ArchTest
    static final ArchRule threadsAreTheContainers = noClasses()
            .should(callConstructorWhere(
                    Predicates.target(HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(Thread.class)
                                    .or(JavaClass.Predicates.assignableTo(ThreadPoolExecutor.class))
                                    .or(JavaClass.Predicates.assignableTo(ForkJoinPool.class))
                                    .or(JavaClass.Predicates.assignableTo(Timer.class))))
                            .and(not(withThreadsOfTheContainer()))))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class)
            .because("threads that WildFly does not know outlive the deployment and have no context");

    /** A pool that is handed a thread factory: nobody here makes one, so it is WildFly's. */
    private static DescribedPredicate<JavaCall<?>> withThreadsOfTheContainer() {
        return DescribedPredicate.describe(
                "with a thread factory",
                call -> call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.isAssignableTo(ThreadFactory.class)));
    }

    @ArchTest
    static final ArchRule namesSayTheJob = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Handler")
            .orShould()
            .haveSimpleNameEndingWith("Base");

    @ArchTest
    static final ArchRule pluginsKnowThePluginApiOnly = noClasses()
            .that()
            .resideInAPackage("org.peekplatform.plugins..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.peekplatform.core..", "org.peekplatform.runtime..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule thePlatformKnowsNoPlugin = noClasses()
            .that()
            .resideOutsideOfPackage("org.peekplatform.plugins..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.peekplatform.plugins..");

    @ArchTest
    static final ArchRule pluginsStayOutOfEachOthersInternals =
            classes().that().resideInAPackage("org.peekplatform.plugins..").should(new StayAtHome());

    /** A class uses what lies in an {@code internal} package of its own plugin only. */
    private static final class StayAtHome extends ArchCondition<JavaClass> {
        private static final Pattern PLUGIN = Pattern.compile("(org\\.peekplatform\\.plugins\\.[^.]+)\\..*");

        StayAtHome() {
            super("stay out of other plugins' internals");
        }

        @Override
        public void check(JavaClass guest, ConditionEvents events) {
            for (Dependency use : guest.getDirectDependenciesFromSelf()) {
                JavaClass host = use.getTargetClass();
                boolean trespassed = host.getPackageName().contains(".internal")
                        && home(host).isPresent()
                        && !home(host).equals(home(guest));
                if (trespassed) {
                    events.add(SimpleConditionEvent.violated(guest, use.getDescription()));
                }
            }
        }

        private static Optional<String> home(JavaClass type) {
            Matcher plugin = PLUGIN.matcher(type.getName());
            return plugin.matches() ? Optional.of(plugin.group(1)) : Optional.empty();
        }
    }
}
