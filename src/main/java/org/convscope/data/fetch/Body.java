package org.convscope.data.fetch;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.convscope.data.Cancellation;

/**
 * What a server sends, piece by piece; no more than one piece lies here unread. A stream of the platform would wait
 * for a silent server for ever, and be closed by nobody but its reader.
 */
final class Body implements HttpResponse.BodySubscriber<Body> {

    /** What came: pieces, or the end. */
    private record Piece(List<ByteBuffer> bytes, boolean isLast, Optional<Throwable> failure) {}

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final Cancellation cancellation;

    Body(Cancellation cancellation) {
        this.cancellation = cancellation;
        cancellation.onCancel(() -> pieces.add(new Piece(List.of(), true, Optional.empty())));
    }

    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription coming) {
        subscription.complete(coming);
        coming.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        pieces.add(new Piece(List.copyOf(bytes), false, Optional.empty()));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece(List.of(), true, Optional.of(failure)));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece(List.of(), true, Optional.empty()));
    }

    /** The next bytes, or empty behind the last; fails if none come for {@code stall}, or the line is cut. */
    Optional<List<ByteBuffer>> next(Duration stall) throws IOException {
        Piece piece = take(stall);
        cancellation.check();
        if (piece == null) {
            throw new HttpTimeoutException("nothing came for " + stall.toMillis() + " ms");
        }
        if (piece.failure.isPresent()) {
            throw new IOException(piece.failure.get());
        }
        if (piece.isLast) {
            return Optional.empty();
        }
        subscription.join().request(1);
        return Optional.of(piece.bytes);
    }

    /** Wants no more of it. */
    void leave() {
        var unused = subscription.thenAccept(Flow.Subscription::cancel);
    }

    private Piece take(Duration stall) {
        try {
            return pieces.poll(stall.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException wakened) {
            Thread.currentThread().interrupt();
            cancellation.cancel();
            return null;
        }
    }
}
