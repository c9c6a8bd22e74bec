/**
 * Nodes of a GraphDef: reading and creating them, constants, pruning, and the
 * receptive fields of layers. Independent of sessions and files.
 */
package io.deepdream.engine.tensorflow.graph;
