package de.digitallotsen.shared.web;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/**
 * Which methods an address knows: whoever uses another one is told (RFC 9110, 15.5.6). JAX-RS itself says only that it
 * is wrong.
 */
@Singleton
class AllowedMethods {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^:}]*?(?::\\s*((?:[^{}]|\\{[^}]*})*))?}");

    private final List<Route> routes = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(this::add);
    }

    private record Route(String method, Pattern path) {}

    private void add(Class<?> resource) {
        for (Method method : resource.getDeclaredMethods()) {
            Path own = method.getAnnotation(Path.class);
            String path = ("/" + resource.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value()))
                    .replaceAll("/+", "/")
                    .replaceAll("(.)/$", "$1");
            Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(java.util.Objects::nonNull)
                    .forEach(http -> {
                        routes.add(new Route(http.value(), pattern(path)));
                        endings(method).forEach(ending -> routes.add(new Route(http.value(), pattern(path + ending))));
                    });
        }
    }

    /** With which the address of what answers a list may end ({@link ListAddresses}). */
    private static List<String> endings(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        return produces == null ? List.of() : ListAddresses.endings(List.of(produces.value()));
    }

    /** {@code /x/{id}/{y: a|b}.pdf} as a regular expression. */
    private static Pattern pattern(String path) {
        StringBuilder regex = new StringBuilder();
        java.util.regex.Matcher parameter = PARAMETER.matcher(path);
        int from = 0;
        while (parameter.find()) {
            regex.append(Pattern.quote(path.substring(from, parameter.start())))
                    .append('(')
                    .append(
                            parameter.group(1) == null
                                    ? "[^/]+"
                                    : parameter.group(1).strip())
                    .append(')');
            from = parameter.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(path.substring(from))).toString());
    }

    /** For the header {@code Allow}; empty if the address knows none. */
    String of(String path) {
        Set<String> methods = new TreeSet<>();
        routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .forEach(route -> methods.add(route.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return String.join(", ", methods);
    }
}
