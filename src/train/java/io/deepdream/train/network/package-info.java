/** TensorFlow graphs of the training: the untrained student, and a step of distillation with its gradients. */
package io.deepdream.train.network;
