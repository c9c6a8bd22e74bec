/**
 * GraphDef nodes: reading and making them, constants, pruning, and the geometry of
 * a graph's layers. Knows no session and no file.
 */
package io.deepdream.engine.tensorflow.graph;
