package de.digitallotsen.shared.web;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.ext.web.RoutingContext;
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

    /** @param letters of the path, without its parameters */
    private record Route(String method, String template, Pattern path, int letters) {
        static Route of(String method, String path) {
            return new Route(
                    method,
                    path,
                    pattern(path),
                    PARAMETER.matcher(path).replaceAll("").length());
        }
    }

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
                        routes.add(Route.of(http.value(), path));
                        endings(method).forEach(ending -> routes.add(Route.of(http.value(), path + ending)));
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
        Matcher parameter = PARAMETER.matcher(path);
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

    /** The route without what somebody put into it, for what is written down; „unknown“ if there is none. */
    String templateOf(String path) {
        return routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .max(Comparator.comparingInt(Route::letters))
                .map(Route::template)
                .orElse("unknown");
    }

    /** The address for the log, but not with the token of a link in it. */
    String loggable(RoutingContext request) {
        String template = templateOf(request.normalizedPath());
        return template.contains("{token}") ? template : request.normalizedPath();
    }

    /** True if somebody answers at this address with this method. */
    boolean knows(String method, String path) {
        List<Route> found = routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .toList();
        // As JAX-RS does: of several that match, the one with the most letters of its own.
        int closest = found.stream().mapToInt(Route::letters).max().orElse(0);
        return found.stream()
                .anyMatch(route -> route.letters() == closest && route.method().equals(method));
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
