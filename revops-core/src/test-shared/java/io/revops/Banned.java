package io.revops;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What of the JDK the core never calls, nor refers to as {@code Type::method}, because another machine would answer otherwise. */
final class Banned {

    private static final String NEW = "<init>";

    private static final Set<String> TRANSCENDENTALS = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private Banned() {}

    /** One call or reference: the type that owns the method, its name, and the types it takes. */
    record Use(String type, String method, List<String> takes) {

        static Use of(JavaAccess<?> access) {
            var takes = access.getTarget() instanceof CodeUnitAccessTarget target
                    ? target.getRawParameterTypes().stream()
                            .map(JavaClass::getFullName)
                            .toList()
                    : List.<String>of();
            return new Use(access.getTargetOwner().getFullName(), access.getName(), takes);
        }

        boolean is(String owner, String name) {
            return type.equals(owner) && method.equals(name);
        }

        boolean isNew(String... owners) {
            return method.equals(NEW) && List.of(owners).contains(type);
        }

        boolean takesNothing() {
            return takes.isEmpty();
        }

        boolean takesA(String... types) {
            return List.of(types).stream().anyMatch(takes::contains);
        }

        boolean startsWith(String first) {
            return !takes.isEmpty() && takes.get(0).equals(first);
        }
    }

    static boolean clock(Use use) {
        return use.type().startsWith("java.time.") && use.method().equals("now")
                || use.is("java.lang.System", "currentTimeMillis")
                || use.is("java.lang.System", "nanoTime")
                || use.type().equals("java.time.Clock")
                        && (use.method().startsWith("system") || use.method().startsWith("tick"))
                || use.is("java.time.InstantSource", "system")
                || use.isNew("java.util.Date") && use.takesNothing()
                || use.is("java.util.Calendar", "getInstance")
                || use.isNew("java.util.GregorianCalendar");
    }

    static boolean unseeded(Use use) {
        return use.is("java.lang.Math", "random")
                || use.is("java.lang.StrictMath", "random")
                || use.isNew("java.util.Random", "java.util.SplittableRandom") && use.takesNothing()
                || use.type().equals("java.util.concurrent.ThreadLocalRandom")
                || use.type().equals("java.security.SecureRandom")
                || use.is("java.util.UUID", "randomUUID")
                || use.is("java.util.Collections", "shuffle") && use.takes().size() == 1
                || use.is("java.util.random.RandomGenerator", "of")
                || use.is("java.util.random.RandomGenerator", "getDefault")
                || use.is("java.util.random.RandomGeneratorFactory", "create") && use.takesNothing();
    }

    static boolean inexact(Use use) {
        return use.type().equals("java.lang.Math") && TRANSCENDENTALS.contains(use.method())
                || use.type().startsWith("java.util.") && use.method().equals("nextGaussian")
                || use.type().startsWith("java.util.") && use.method().equals("nextExponential");
    }

    static boolean machineDefault(Use use) {
        return locale(use) || charset(use) || zone(use) || lineEnd(use);
    }

    private static boolean locale(Use use) {
        var named = use.takesA("java.util.Locale");
        return use.is("java.util.Locale", "getDefault")
                || use.is("java.lang.String", "formatted")
                || !named
                        && (use.is("java.lang.String", "format")
                                || use.is("java.lang.String", "toUpperCase")
                                || use.is("java.lang.String", "toLowerCase")
                                || use.type().startsWith("java.io.Print")
                                        && (use.method().equals("printf")
                                                || use.method().equals("format"))
                                || use.is("java.time.format.DateTimeFormatter", "ofPattern")
                                || use.is("java.time.format.DateTimeFormatterBuilder", "toFormatter")
                                || use.method().equals("getDisplayName")
                                || use.is("java.util.Currency", "getSymbol")
                                || use.isNew(
                                        "java.util.Formatter", "java.text.SimpleDateFormat", "java.text.MessageFormat")
                                || use.is("java.text.MessageFormat", "format")
                                || use.isNew("java.text.DecimalFormat") && !use.takesA("java.text.DecimalFormatSymbols")
                                || use.isNew("java.text.DecimalFormatSymbols")
                                || use.type().startsWith("java.text.")
                                        && use.method().startsWith("get")
                                        && use.method().endsWith("Instance"));
    }

    private static boolean charset(Use use) {
        var named = use.takesA(
                "java.nio.charset.Charset", "java.nio.charset.CharsetEncoder", "java.nio.charset.CharsetDecoder");
        return use.is("java.nio.charset.Charset", "defaultCharset")
                || !named
                        && (use.is("java.lang.String", "getBytes")
                                || use.isNew("java.lang.String") && use.startsWith("[B")
                                || use.is("java.io.ByteArrayOutputStream", "toString")
                                || use.isNew(
                                        "java.io.InputStreamReader",
                                        "java.io.OutputStreamWriter",
                                        "java.io.FileReader",
                                        "java.io.FileWriter",
                                        "java.io.PrintStream")
                                || use.isNew("java.io.PrintWriter") && !use.startsWith("java.io.Writer")
                                || use.isNew("java.util.Scanner") && !use.startsWith("java.lang.String"));
    }

    private static boolean zone(Use use) {
        return use.is("java.time.ZoneId", "systemDefault") || use.is("java.util.TimeZone", "getDefault");
    }

    private static boolean lineEnd(Use use) {
        return use.is("java.lang.System", "lineSeparator")
                || use.is("java.io.BufferedWriter", "newLine")
                || use.type().startsWith("java.io.Print") && use.method().equals("println");
    }

    /** For {@code noClasses().should(...)}: an event for every use that {@code banned} finds. */
    static ArchCondition<JavaClass> access(String what, Predicate<Use> banned) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (banned.test(Use.of(access))) {
                        events.add(SimpleConditionEvent.satisfied(access, ((HasDescription) access).getDescription()));
                    }
                }
            }
        };
    }
}
