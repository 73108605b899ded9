/**
 * As much of HDF5 as a saved network needs: groups, attributes of texts, and arrays of numbers that lie in one piece.
 *
 * <p>Follows the HDF5 File Format Specification, version 3.0, by The HDF Group. No length that a file states is
 * believed before the file is seen to be long enough, and whatever refers in circles comes to an end. What is valid
 * and not understood, such as compressed arrays, is a Problem that names it.
 */
package org.convscope.foreign.hdf5;
