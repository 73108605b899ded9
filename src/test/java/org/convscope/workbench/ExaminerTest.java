package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.convscope.data.Cancellation;
import org.convscope.data.LabelledImages;
import org.convscope.data.Loading;
import org.convscope.engine.Dl4jNetworkFactory;
import org.convscope.net.FakeNetwork;
import org.convscope.net.NetworkThread;
import org.convscope.problem.ProblemException;
import org.convscope.run.ModelShelf;
import org.convscope.run.RunStore;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.train.Examination;
import org.convscope.train.Scorer;
import org.convscope.train.Stripes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix of a network that ships, against its card and against counting by hand. */
class ExaminerTest {

    private static final int BATCH = 500;

    @TempDir
    private Path folder;

    @Test
    void theMatrixOfTheShippedLeNetIsWhatItsCardPromisesAndWhatALoopCounts() {
        ModelShelf shelf = new ModelShelf(Path.of("models"));
        LiveWorkbench workbench = new LiveWorkbench(
                new Dl4jNetworkFactory(), EngineSettings.STANDARD, shelf, new RunStore(folder.resolve("runs")));
        OpenRun run = workbench.open("lenet-relu").join();
        Examination examination = run.examine(Loading.patient()).join();
        assertEquals(run.testAccuracy(), examination.accuracy(), "the card's accuracy is the diagonal's share");

        LabelledImages test = run.dataset().test();
        int[][] counts = new int[10][10];
        for (int from = 0; from < test.size(); from += BATCH) {
            List<Integer> images = IntStream.range(from, from + BATCH).boxed().toList();
            Answers answers = run.answers(OptionalLong.empty(), images).join();
            for (int row = 0; row < BATCH; row++) {
                counts[test.label(images.get(row))][answers.prediction(row)]++;
            }
        }
        for (int label = 0; label < 10; label++) {
            for (int prediction = 0; prediction < 10; prediction++) {
                assertEquals(counts[label][prediction], examination.confusion().count(label, prediction));
            }
        }
        workbench.close().join();
    }

    @Test
    void anExaminationOfWeightsThatChangeMeanwhileEnds() {
        LabelledImages images = Stripes.images(Scorer.CHUNK + 1, 9);
        FakeNetwork network = new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Sgd(), 4);
        Examiner examiner = new Examiner(NetworkThread.onCallingThread(network), images, () -> false);
        CompletableFuture<Examination> learned = examiner.examine(
                new Loading(read -> network.learn(Scorer.chunk(images, 0, 8), 0.1), new Cancellation()));
        assertTrue(learned.isCompletedExceptionally());
        CompletableFuture<Examination> exchanged =
                examiner.examine(new Loading(read -> examiner.forget(), new Cancellation()));
        assertTrue(exchanged.isCompletedExceptionally());
        assertEquals(images.size(), examiner.examine(Loading.patient()).join().images());
    }

    @Test
    void nobodyKnowsWhatIsWrongWhereTheLabelsAreOthers() {
        LiveWorkbench workbench = new LiveWorkbench(
                new Dl4jNetworkFactory(),
                EngineSettings.STANDARD,
                new ModelShelf(folder.resolve("models")),
                new RunStore(folder.resolve("runs")));
        OpenRun run =
                workbench.open("src/test/resources/foreign/keras3-rescaling.h5").join();
        CompletionException refused = assertThrows(
                CompletionException.class, () -> run.examine(Loading.patient()).join());
        assertEquals(
                "workbench.unlabelled",
                assertInstanceOf(ProblemException.class, refused.getCause())
                        .problem()
                        .code());
        workbench.close().join();
    }
}
