package org.convscope.data.fetch;

/**
 * How far a fetch has come.
 *
 * @param bytes that are here, those of earlier calls among them; all of them means that it is being unpacked
 * @param total bytes that there are
 * @param bytesPerSecond over this call so far; 0 before anything came
 */
public record FetchProgress(long bytes, long total, double bytesPerSecond) {

    /** From 0 to 1. */
    public double share() {
        return (double) bytes / total;
    }

    /** Seconds until the last byte if it goes on like this; infinite before anything came. */
    public double secondsLeft() {
        return (total - bytes) / bytesPerSecond;
    }

    /** Whether everything is here. */
    public boolean isWhole() {
        return bytes == total;
    }
}
