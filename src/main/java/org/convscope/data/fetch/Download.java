package org.convscope.data.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.convscope.data.Cancellation;
import org.convscope.data.FileProblem;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/** Brings the bytes of a parcel into a part of it that may be here, over a line that may be cut. */
final class Download {

    /** A try that brought this much is none in vain: at a slow line 170 MB may take many. */
    private static final long ENOUGH = 1 << 20;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final String GZIP = "\u00B7\u00B7";

    private final Parcel parcel;
    private final URI address;
    private final FetchTools tools;
    private final Consumer<FetchProgress> listener;
    private final Cancellation cancellation;
    private final Line line;
    private long came;
    private long begunNanos;
    private boolean answered;

    Download(
            Parcel parcel, URI address, FetchTools tools, Consumer<FetchProgress> listener, Cancellation cancellation) {
        this.parcel = parcel;
        this.address = address;
        this.tools = tools;
        this.listener = listener;
        this.cancellation = cancellation;
        this.line = new Line(tools.stall(), cancellation);
    }

    /** Returns when as many bytes are here as the parcel has; a Problem says why not. What came is kept. */
    void into(PartFile part) {
        if (part.length() > parcel.bytes()) {
            part.clear();
        }
        begunNanos = System.nanoTime();
        int inVain = 0;
        while (part.length() < parcel.bytes()) {
            long before = part.length();
            IOException cut = attempt(part);
            cancellation.check();
            inVain = part.length() - before >= ENOUGH ? 0 : inVain + 1;
            if (cut instanceof ConnectException && !answered) {
                throw Problem.of("data.fetchUnreachable", address, reason(cut), parcel.megabytes(), parcel.address())
                        .asException(cut);
            }
            if (part.length() < parcel.bytes()) {
                rest(inVain, part, cut);
            }
        }
        tell(part);
    }

    private void rest(int inVain, PartFile part, IOException cut) {
        if (inVain > tools.pauses().size()) {
            throw Problem.of("data.fetchCut", address, part.length(), parcel.bytes(), inVain, reason(cut))
                    .asException(cut);
        }
        if (inVain > 0) {
            tools.pause().pass(tools.pauses().get(inVain - 1), cancellation);
        }
        cancellation.check();
    }

    /** One try; what cut it off, or {@code null}. */
    private IOException attempt(PartFile part) {
        try (Reply reply = line.ask(address, part.length(), part.validator(address))) {
            answered = true;
            if (isSound(reply, part)) {
                take(reply, part);
            }
            return null;
        } catch (IOException cut) {
            return cut;
        }
    }

    /** Whether what follows belongs behind what is here. If not, what is here is given up where that helps. */
    private boolean isSound(Reply reply, PartFile part) throws IOException {
        int status = reply.status();
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS) {
            throw new IOException("HTTP " + status);
        }
        boolean isElsewhere =
                status == Line.PART_OF_IT && reply.from().orElse(-1) != part.length() || status == Line.NO_SUCH_PART;
        if (isElsewhere && part.length() > 0) {
            part.clear();
            return false;
        }
        if (status != Line.WHOLE && status != Line.PART_OF_IT || isElsewhere) {
            throw Problem.of("data.fetchRefused", address, status).asException();
        }
        if (reply.total().orElse(0) > parcel.bytes()) {
            throw tooMuch(reply.total().getAsLong());
        }
        if (status == Line.WHOLE) {
            part.clear();
        }
        return true;
    }

    private void take(Reply reply, PartFile part) throws IOException {
        part.note(address, reply.validator());
        tell(part);
        for (Optional<List<ByteBuffer>> bytes = reply.body().next(tools.stall());
                bytes.isPresent();
                bytes = reply.body().next(tools.stall())) {
            long more = bytes.get().stream().mapToLong(Buffer::remaining).sum();
            if (part.length() + more > parcel.bytes()) {
                part.remove();
                throw tooMuch(part.length() + more);
            }
            part.append(bytes.get());
            came += more;
            tell(part);
        }
        OptionalLong total = reply.total();
        // An answer that is whole and too short is no archive: most often a page that wants a password.
        if (part.length() < parcel.bytes()
                && (total.isPresent() || !part.beginning().startsWith(GZIP))) {
            throw Checksums.wrong(part, address.toString(), parcel);
        }
    }

    private ProblemException tooMuch(long bytes) {
        return Problem.of("data.fetchTooMuch", address, bytes, parcel.bytes()).asException();
    }

    private void tell(PartFile part) {
        double seconds = (System.nanoTime() - begunNanos) / 1e9;
        listener.accept(new FetchProgress(part.length(), parcel.bytes(), came / Math.max(seconds, 1e-3)));
    }

    private static String reason(IOException cut) {
        if (cut == null) {
            return "–";
        }
        Throwable deepest = cut;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof Exception failure ? FileProblem.reason(failure) : deepest.toString();
    }
}
