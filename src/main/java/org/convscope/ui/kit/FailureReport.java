package org.convscope.ui.kit;

import java.util.HashSet;
import java.util.Set;
import org.convscope.problem.Fingerprint;

/**
 * What a person may send us about a failure of ours: types and places in programs, but no messages,
 * because those could name the person's files.
 */
final class FailureReport {

    private FailureReport() {}

    static String of(Throwable failure) {
        StringBuilder report = new StringBuilder()
                .append("ConvScope ")
                .append(version())
                .append(", failure ")
                .append(Fingerprint.of(failure))
                .append('\n')
                .append("Java ")
                .append(System.getProperty("java.version"))
                .append(", ")
                .append(System.getProperty("os.name"))
                .append(' ')
                .append(System.getProperty("os.version"))
                .append(", ")
                .append(System.getProperty("os.arch"))
                .append('\n');
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            report.append(cause.getClass().getName()).append('\n');
            for (StackTraceElement place : cause.getStackTrace()) {
                report.append("    ").append(place).append('\n');
            }
        }
        return report.toString();
    }

    private static String version() {
        String version = FailureReport.class.getPackage().getImplementationVersion();
        return version == null ? "(built here)" : version;
    }
}
