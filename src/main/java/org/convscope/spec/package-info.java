/**
 * What a person may choose: training plan, optimizer, engine settings, where to look. Values only,
 * so that the window can name its wishes without a key to the machinery, and so that a run can be
 * written down and repeated.
 */
package org.convscope.spec;
