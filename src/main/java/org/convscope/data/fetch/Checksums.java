package org.convscope.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convscope.data.Cancellation;
import org.convscope.data.FileProblem;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/** Whether a file is what was published. */
final class Checksums {

    private static final int BLOCK = 1 << 16;

    private Checksums() {}

    /** Whether a file has all the checksums of a parcel; the end of {@code cancellation} is the end of reading. */
    static boolean match(Path file, Parcel parcel, Cancellation cancellation) {
        Map<String, MessageDigest> digests = new LinkedHashMap<>();
        parcel.checksums().keySet().forEach(name -> digests.put(name, digest(name)));
        byte[] block = new byte[BLOCK];
        try (InputStream content = Files.newInputStream(file)) {
            for (int count = content.read(block); count >= 0; count = content.read(block)) {
                cancellation.check();
                for (MessageDigest digest : digests.values()) {
                    digest.update(block, 0, count);
                }
            }
        } catch (IOException failure) {
            throw FileProblem.unreadable(file.toString(), failure);
        }
        return digests.entrySet().stream().allMatch(each -> HexFormat.of()
                .formatHex(each.getValue().digest())
                .equals(parcel.checksums().get(each.getKey())));
    }

    /** Takes away what is not the parcel; the Problem to throw says what it begins with. */
    static ProblemException wrong(PartFile part, String address, Parcel parcel) {
        Problem problem = Problem.of(
                "data.fetchWrong",
                address,
                part.length(),
                part.beginning(),
                parcel.bytes(),
                String.join(", ", parcel.checksums().keySet()));
        part.remove();
        return problem.asException();
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has MD5 and SHA-256", impossible);
        }
    }
}
