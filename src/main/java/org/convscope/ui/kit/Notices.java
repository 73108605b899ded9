package org.convscope.ui.kit;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.convscope.problem.Fingerprint;
import org.convscope.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person is being told at the moment, newest first. Any wing may add to it; the shell shows it. */
public final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    /** More at a time would hide the network. */
    private static final int MOST = 4;

    private final Consumer<String> clipboard;
    private final ObservableList<Notice> shown = FXCollections.observableArrayList();

    /**
     * Nothing to tell yet.
     *
     * @param clipboard where a person takes the report of a failure from
     */
    public Notices(Consumer<String> clipboard) {
        this.clipboard = clipboard;
    }

    /** Newest first; to be observed, not changed. */
    public ObservableList<Notice> shown() {
        return shown;
    }

    /** Tells the person. */
    public void tell(Notice notice) {
        dismiss(notice);
        shown.add(0, notice);
        if (shown.size() > MOST) {
            shown.remove(MOST, shown.size());
        }
    }

    /** Tells the person what went wrong: a problem's sentences, or that the fault is ours. Gives what is told. */
    public Notice tell(Throwable wrong, Notice.Action... actions) {
        if (wrong instanceof CompletionException && wrong.getCause() != null) {
            return tell(wrong.getCause(), actions);
        }
        Notice notice = wrong instanceof ProblemException expected
                ? Notice.of(expected.problem(), actions)
                : unexpected(wrong, actions);
        tell(notice);
        return notice;
    }

    /** Takes a notice away. */
    public void dismiss(Notice notice) {
        shown.removeIf(other -> other.topic().equals(notice.topic()));
    }

    private Notice unexpected(Throwable wrong, Notice.Action... actions) {
        Fingerprint fingerprint = Fingerprint.of(wrong);
        LOG.error("Unexpected failure {}", fingerprint, wrong);
        Notice.Action copy = new Notice.Action(
                "copy-report", Texts.of("kit.copyReport"), () -> clipboard.accept(FailureReport.of(wrong)));
        return new Notice(
                Notice.Tone.FAILURE,
                fingerprint.code(),
                Texts.of("kit.failure", fingerprint),
                List.of(Texts.of("kit.failureAdvice")),
                Stream.concat(Stream.of(actions), Stream.of(copy)).toList());
    }
}
