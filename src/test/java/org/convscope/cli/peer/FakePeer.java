package org.convscope.cli.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Speaks a peer's language in a process of its own, and computes nothing. */
final class FakePeer {

    private FakePeer() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        StringBuilder heard = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.append(line).append(';');
            switch (line.split(" ")[0]) {
                case "net" -> System.out.println("{\"libtorch\":\"2.7.1\"}");
                case "turn" -> System.out.println("{\"imagesPerSecond\":1000,\"loss\":2.25}");
                case "infer" -> System.out.println("{\"imagesPerSecond\":5000}");
                case "losses" -> System.out.println("{\"losses\":[2.5,\"NaN\"]}");
                case "probabilities" -> System.out.println("{\"probabilities\":[0.25,0.75]}");
                case "heard" -> System.out.println("{\"heard\":\"" + heard + "\"}");
                case "dance" -> System.out.println("{\"failure\":\"I cannot\"}");
                case "babble" -> System.out.println("bla");
                case "die" -> {
                    System.err.println("out of memory");
                    System.exit(3);
                }
                case "interrupt" -> System.exit(130);
                case "wait" -> System.err.println("no answer");
                default -> System.out.println("{}");
            }
        }
    }
}
