package org.convscope.data.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.convscope.data.Cancellation;
import org.convscope.problem.Problem;

/**
 * Asks servers for a file or the rest of it. Redirections are followed here, not by the platform: a few, to web
 * addresses only, and never from an encrypted line to one that is not. A proxy is the system's.
 */
final class Line {

    static final int WHOLE = 200;
    static final int PART_OF_IT = 206;
    static final int NO_SUCH_PART = 416;

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final Duration stall;
    private final Cancellation cancellation;

    Line(Duration stall, Cancellation cancellation) {
        this.stall = stall;
        this.cancellation = cancellation;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(stall)
                .build();
    }

    /** An address that can be asked; a Problem if it is of another kind. */
    static URI webAddress(String text) {
        try {
            URI address = URI.create(text.strip());
            if (isWeb(address)) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw Problem.of("data.fetchAddress", text).asException(notAnAddress);
        }
        throw Problem.of("data.fetchAddress", text).asException();
    }

    /**
     * What the server says when asked for a file from byte {@code from} on.
     *
     * @param validator the version of the file of which a part is here; empty if it is not known
     */
    Reply ask(URI address, long from, String validator) throws IOException {
        URI place = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Reply reply = new Reply(send(request(place, from, validator)));
            if (!REDIRECTS.contains(reply.status())) {
                return reply;
            }
            reply.close();
            place = next(place, reply);
        }
        throw Problem.of("data.fetchRedirects", address, MOST_REDIRECTS).asException();
    }

    private static HttpRequest request(URI place, long from, String validator) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(place).header("User-Agent", "ConvScope").header("Accept-Encoding", "identity");
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
            if (!validator.isEmpty()) {
                request.header("If-Range", validator);
            }
        }
        return request.build();
    }

    private HttpResponse<Body> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<Body>> coming = client.sendAsync(request, reply -> new Body(cancellation));
        cancellation.onCancel(() -> coming.cancel(true));
        try {
            return coming.get(stall.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silent) {
            coming.cancel(true);
            throw new HttpTimeoutException("no answer for " + stall.toMillis() + " ms");
        } catch (ExecutionException failure) {
            cancellation.check();
            // A new one, so that its stack says who waited; connections that cannot be made are told apart.
            throw failure.getCause() instanceof ConnectException
                    ? (IOException) new ConnectException(failure.getCause().getMessage()).initCause(failure.getCause())
                    : new IOException(failure.getCause());
        } catch (InterruptedException wakened) {
            Thread.currentThread().interrupt();
            cancellation.cancel();
            cancellation.check();
            throw new IllegalStateException(wakened);
        }
    }

    private static URI next(URI place, Reply reply) {
        String told = reply.response().headers().firstValue("Location").orElse("");
        URI next;
        try {
            next = place.resolve(told);
        } catch (IllegalArgumentException notAnAddress) {
            throw Problem.of("data.fetchRedirect", place, told).asException(notAnAddress);
        }
        if (told.isEmpty() || !mayLead(place, next)) {
            throw Problem.of("data.fetchRedirect", place, told).asException();
        }
        return next;
    }

    /** Whether a redirection may be followed. */
    static boolean mayLead(URI from, URI to) {
        return isWeb(to) && (isEncrypted(to) || !isEncrypted(from));
    }

    private static boolean isWeb(URI address) {
        return address.getHost() != null
                && (isEncrypted(address) || scheme(address).equals("http"));
    }

    private static boolean isEncrypted(URI address) {
        return scheme(address).equals("https");
    }

    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }
}
