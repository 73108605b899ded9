package org.convscope.data.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.convscope.data.Cancellation;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/**
 * How one dataset is brought to where it is read from. Everything happens in a folder beside, {@code ID.fetch}, which
 * is gone when the dataset is here; what a killed program left there is used by the next.
 */
public final class Fetch {

    private static final String PART = "archive.part";
    private static final String ARCHIVE = "archive.tar.gz";

    private final Parcel parcel;
    private final Path datasets;
    private final FetchTools tools;

    /**
     * Nothing is brought yet.
     *
     * @param datasets folder of all fetched datasets; it need not exist
     */
    public Fetch(Parcel parcel, Path datasets, FetchTools tools) {
        this.parcel = parcel;
        this.datasets = datasets;
        this.tools = tools;
    }

    /** What is brought. */
    public Parcel parcel() {
        return parcel;
    }

    /** Where its files are once it is here. */
    public Path folder() {
        return datasets.resolve(parcel.id());
    }

    /** Whether all its files are here, each as long as it should be. */
    public boolean isHere() {
        return parcel.files().entrySet().stream()
                .allMatch(file -> hasLength(folder().resolve(Parcel.baseName(file.getKey())), file.getValue()));
    }

    /** Why it cannot be loaded as long as it is not here, and what brings it; {@code title} is what people call it. */
    public Problem missing(String title) {
        return Problem.of("data.notFetched", title, parcel.id(), folder(), parcel.megabytes());
    }

    /** Bytes that an earlier call has left behind, with which the next one begins. */
    public long keptBytes() {
        return Math.max(
                work().resolve(PART).toFile().length(),
                work().resolve(ARCHIVE).toFile().length());
    }

    /** Brings it from where its authors publish it; see {@link #run(String, Consumer, Cancellation)}. */
    public Path run(Consumer<FetchProgress> listener, Cancellation cancellation) {
        return run(parcel.address().toString(), listener, cancellation);
    }

    /**
     * Brings it from any address, and gives the folder it is in. Takes minutes; what is here already is not brought
     * again. A {@link java.util.concurrent.CancellationException} ends a call that was cancelled.
     *
     * @param listener hears on this thread how far it has come, many times a second
     */
    public Path run(String address, Consumer<FetchProgress> listener, Cancellation cancellation) {
        URI from = Line.webAddress(address);
        if (!isHere()) {
            Folders.make(work());
            WorkLock.hold(work(), parcel.id(), () -> {
                if (!isHere()) {
                    bring(from, listener, cancellation);
                }
            });
            Folders.remove(work());
        }
        return folder();
    }

    /**
     * The same on a thread of its own, which never keeps the program from ending; for whoever must not wait.
     *
     * @param listener hears on that thread how far it has come, many times a second
     */
    public CompletableFuture<Path> begin(Consumer<FetchProgress> listener, Cancellation cancellation) {
        CompletableFuture<Path> here = new CompletableFuture<>();
        FutureTask<Path> work = new FutureTask<>(() -> run(listener, cancellation)) {
            @Override
            protected void set(Path folder) {
                here.complete(folder);
            }

            @Override
            protected void setException(Throwable failure) {
                here.completeExceptionally(failure);
            }
        };
        Thread thread = new Thread(work, "data-fetch-" + parcel.id());
        thread.setDaemon(true);
        thread.start();
        return here;
    }

    private void bring(URI from, Consumer<FetchProgress> listener, Cancellation cancellation) {
        Path archive = work().resolve(ARCHIVE);
        Path unpacked = work().resolve("unpacked");
        Path before = work().resolve("before");
        Folders.remove(unpacked);
        Folders.remove(before);
        if (!Files.exists(archive)) {
            download(from, archive, listener, cancellation);
        }
        Folders.make(unpacked);
        unpack(archive, unpacked, cancellation);
        if (Files.exists(folder())) {
            Folders.move(folder(), before);
        }
        Folders.move(unpacked, folder());
    }

    private void download(URI from, Path archive, Consumer<FetchProgress> listener, Cancellation cancellation) {
        Path file = work().resolve(PART);
        try (PartFile part = PartFile.at(file, tools.disk())) {
            mustFit(part.length());
            new Download(parcel, from, tools, listener, cancellation).into(part);
            if (!Checksums.match(file, parcel, cancellation)) {
                throw Checksums.wrong(part, from.toString(), parcel);
            }
            part.moveTo(archive);
        }
    }

    private void unpack(Path archive, Path unpacked, Cancellation cancellation) {
        try {
            TarGz.unpack(archive, parcel, unpacked, tools, cancellation);
        } catch (ProblemException failure) {
            Folders.remove(unpacked);
            // A full disk can be helped; an archive that is no good is not kept.
            if (failure.problem().code().startsWith("data.archive")) {
                Folders.remove(archive);
            }
            throw failure;
        }
    }

    // What can be known before minutes of fetching.
    private void mustFit(long here) {
        long needed = parcel.bytes() - here + parcel.unpackedBytes();
        try {
            long free = tools.disk().freeBytes(work());
            if (free < needed) {
                throw Problem.of("data.fetchNoSpace", datasets, Parcel.megabytes(free), Parcel.megabytes(needed))
                        .asException();
            }
        } catch (IOException failure) {
            throw Folders.notWritten(datasets, failure);
        }
    }

    private Path work() {
        return datasets.resolve(parcel.id() + ".fetch");
    }

    private static boolean hasLength(Path file, long bytes) {
        return Files.isRegularFile(file) && file.toFile().length() == bytes;
    }
}
