package org.convscope.engine;

/** What stands before the softmax, {@code [N, classes]}, and what the labels say about it. */
final class Logits {

    private final float[] values;
    private final int classes;

    Logits(float[] values, int classes) {
        this.values = values;
        this.classes = classes;
    }

    /** Cross-entropy of one image in nats, from the logits themselves: no probability is too small for it. */
    double loss(int image, int label) {
        return logOfSum(image) - values[image * classes + label];
    }

    /** Mean cross-entropy. */
    double loss(int[] labels) {
        double sum = 0;
        for (int image = 0; image < labels.length; image++) {
            sum += loss(image, labels[image]);
        }
        return sum / labels.length;
    }

    /** Share of images whose label has the largest logit; of equal ones, the first counts. */
    double accuracy(int[] labels) {
        int right = 0;
        for (int image = 0; image < labels.length; image++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                if (values[image * classes + c] > values[image * classes + best]) {
                    best = c;
                }
            }
            right += best == labels[image] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /** Their softmax, {@code [N, classes]}. */
    float[] probabilities() {
        float[] probabilities = new float[values.length];
        for (int from = 0; from < values.length; from += classes) {
            double logOfSum = logOfSum(from / classes);
            for (int c = from; c < from + classes; c++) {
                probabilities[c] = (float) Math.exp(values[c] - logOfSum);
            }
        }
        return probabilities;
    }

    /** Derivative of one image's cross-entropy with respect to its logits: probabilities minus one-hot label. */
    float[] error(int image, int label) {
        double logOfSum = logOfSum(image);
        float[] error = new float[classes];
        for (int c = 0; c < classes; c++) {
            error[c] = (float) (Math.exp(values[image * classes + c] - logOfSum) - (c == label ? 1 : 0));
        }
        return error;
    }

    private double logOfSum(int image) {
        int from = image * classes;
        double highest = values[from];
        for (int c = 1; c < classes; c++) {
            highest = Math.max(highest, values[from + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(values[from + c] - highest);
        }
        return highest + Math.log(sum);
    }
}
