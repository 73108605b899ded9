/**
 * The same house by voice. Every command works without a display.
 *
 * <p>With {@code --json} standard output holds JSON alone, one object, or one a line for long work,
 * and what a person reads goes to standard error. The keys are a promise that {@code VoiceTest} pins;
 * the exit codes are {@link org.convscope.cli.ExitCode}'s.
 */
package org.convscope.cli;
