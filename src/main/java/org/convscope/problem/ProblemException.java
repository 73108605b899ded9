package org.convscope.problem;

/** Carries a {@link Problem} from where it is noticed to where a person can be told. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        this(problem, null);
    }

    ProblemException(Problem problem, Throwable cause) {
        super(problem.inOneLine(), cause);
        this.problem = problem;
    }

    /** What to tell the person. */
    public Problem problem() {
        return problem;
    }
}
