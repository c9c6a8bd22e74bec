/**
 * The table of parameters, the parsing and validation of their values, and the
 * typed settings that the algorithm works with; also the exception for errors that
 * a user can cause, and the listener for progress. Uses no other package of this
 * project.
 */
package io.deepdream.params;
