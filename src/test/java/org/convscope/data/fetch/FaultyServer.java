package org.convscope.data.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A web server on this machine that does wrong what a test wants done wrong; one request a connection. */
public final class FaultyServer implements AutoCloseable {

    private static final String TAG = "\"first\"";

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch silent = new CountDownLatch(1);

    /** What was asked; names of headers in lower case. */
    public record Request(String path, Map<String, String> headers) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** Where the wanted part begins; 0 for all of it. */
        public int from() {
            String range = header("range");
            return range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        }
    }

    /** What is sent back. */
    public interface Answer {
        void send(Request request, OutputStream out, FaultyServer server) throws IOException;
    }

    /** A server that gives these answers one after the other, and the last of them again and again. */
    public FaultyServer(Answer... answers) throws IOException {
        this.answers.addAll(List.of(answers));
        Thread thread = new Thread(this::serve, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }

    public String address() {
        return "http://127.0.0.1:" + door.getLocalPort() + "/archive.tar.gz";
    }

    public List<Request> requests() {
        return requests;
    }

    /** Returns when a silent answer has said all it says. */
    public void awaitSilence() throws InterruptedException {
        silent.await();
    }

    /** A file, or the part of it that is wanted, if it is still of the version that is asked for. */
    public static Answer file(byte[] content) {
        return (request, out, server) -> send(request, out, content, content.length);
    }

    /** The same, but the line is cut after so many bytes. */
    public static Answer cut(byte[] content, int after) {
        return (request, out, server) -> send(request, out, content, after);
    }

    /** The same, but then nothing more comes and the line stays open. */
    public static Answer stall(byte[] content, int after) {
        return (request, out, server) -> {
            send(request, out, content, after);
            server.silent.countDown();
            server.untilClosed();
        };
    }

    /** The whole file, whatever part is wanted, cut after so many bytes. */
    public static Answer whole(byte[] content, int after) {
        return (request, out, server) -> {
            head(out, 200, "Content-Length: " + content.length);
            out.write(content, 0, Math.min(after, content.length));
        };
    }

    /** Bytes without a word about how many. */
    public static Answer untold(byte[] content) {
        return (request, out, server) -> {
            head(out, 200, "Content-Type: application/x-gzip");
            out.write(content);
        };
    }

    public static Answer status(int code) {
        return (request, out, server) -> head(out, code, "Content-Length: 0");
    }

    public static Answer redirect(String place) {
        return (request, out, server) -> head(out, 302, "Location: " + place, "Content-Length: 0");
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
    }

    private static void send(Request request, OutputStream out, byte[] content, int until) throws IOException {
        boolean isPart = request.from() > 0 && List.of("", TAG).contains(request.header("if-range"));
        int from = isPart ? request.from() : 0;
        if (from >= content.length) {
            head(out, 416, "Content-Range: bytes */" + content.length, "Content-Length: 0");
            return;
        }
        String length = "Content-Length: " + (content.length - from);
        if (isPart) {
            String range = "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length;
            head(out, 206, length, range, "ETag: " + TAG);
        } else {
            head(out, 200, length, "ETag: " + TAG);
        }
        out.write(Arrays.copyOfRange(content, from, Math.max(from, Math.min(until, content.length))));
        out.flush();
    }

    private static void head(OutputStream out, int status, String... headers) throws IOException {
        String text =
                "HTTP/1.1 " + status + " Said\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                Thread answering = new Thread(() -> answer(socket), "faulty-answer");
                answering.setDaemon(true);
                answering.start();
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            Request request = read(socket);
            requests.add(request);
            Answer answer = answers.size() > 1 ? answers.poll() : answers.peek();
            answer.send(request, socket.getOutputStream(), this);
        } catch (IOException left) {
            // Whoever asked wanted no more of it; tests of cancelling do that.
            if (!socket.isClosed()) {
                throw new UncheckedIOException(left);
            }
        }
    }

    private static Request read(Socket socket) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String path = String.valueOf(lines.readLine()).replaceAll("^GET (\\S+) .*", "$1");
        Map<String, String> headers = new TreeMap<>();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Request(path, headers);
    }

    private void untilClosed() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException wakened) {
            throw new IOException(wakened);
        }
    }
}
