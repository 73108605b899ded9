package org.convscope.ui.shell;

import java.util.List;
import org.convscope.train.TrainEvent;
import org.convscope.ui.dock.NewRunModel;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.OpenRun;

/** Decides what of all that happens a person is told of, and what can be done about it. */
final class NewsDesk {

    private final ExploreModel explore;
    private final Notices notices;
    private final NewRunModel newRun;
    private final Runnable openForm;
    private Notice end;

    /**
     * A desk that begins to listen.
     *
     * @param openForm shows the form for a new run
     */
    NewsDesk(ExploreModel explore, Notices notices, NewRunModel newRun, Runnable openForm) {
        this.explore = explore;
        this.notices = notices;
        this.newRun = newRun;
        this.openForm = openForm;
        explore.failureProperty().addListener((failure, before, now) -> notices.tell(now));
        explore.newsProperty().addListener((news, before, now) -> hear(now));
        explore.runProperty().addListener((run, before, now) -> {
            replaced(before);
            if (now != null) {
                now.remarks().forEach(remark -> notices.tell(Notice.of(remark)));
            }
        });
    }

    /** Tells why the training ended by itself. */
    void tell(TrainEvent.Ended ended) {
        Notice.Action gentler = new Notice.Action("gentler", Texts.of("shell.gentler"), () -> {
            newRun.fillGentler();
            openForm.run();
        });
        end = Notice.of(ended.problem(), gentler);
        notices.tell(end);
    }

    private void hear(List<TrainEvent> news) {
        for (TrainEvent event : news) {
            if (event instanceof TrainEvent.Ended ended) {
                tell(ended);
            } else if (event instanceof TrainEvent.Failed failed) {
                notices.tell(failed.failure());
            } else if (event instanceof TrainEvent.Reset) {
                forgetTheEnd();
            }
        }
    }

    // It would be read as said of the run that is open now.
    private void forgetTheEnd() {
        if (end != null) {
            notices.dismiss(end);
            end = null;
        }
    }

    private void replaced(OpenRun before) {
        forgetTheEnd();
        // The last good weights of what diverged may be the first ones.
        if (before != null
                && (before.progress().step() > 0 || before.progress().state().isEnd())) {
            notices.tell(Notice.done(
                    "replaced",
                    Texts.of("shell.replaced"),
                    new Notice.Action(
                            "go-back",
                            Texts.of("shell.goBack"),
                            explore.opening().wayBack())));
        }
    }
}
