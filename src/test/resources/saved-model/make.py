# Made the SavedModel beside it, and the numbers that SavedModelTest expects: TensorFlow 2.21, Python 3.11.
import numpy as np
import tensorflow as tf


class Net(tf.Module):
    def __init__(self):
        random = np.random.RandomState(5)
        self.kernel = tf.Variable(random.normal(size=(3, 3, 3, 4)).astype("f"), name="kernel")
        self.gamma = tf.Variable(np.array([1, 2, .5, -1], "f"), name="gamma")
        self.beta = tf.Variable(np.array([.1, -.2, .3, 0], "f"), name="beta")
        self.second = tf.Variable(random.normal(size=(1, 1, 4, 5)).astype("f"), name="second")

    @tf.function
    def normalise(self, x):
        return tf.compat.v1.nn.fused_batch_norm(x, self.gamma, self.beta, mean=tf.constant([1., 2., 3., 4.]),
            variance=tf.constant([4., 9., 16., 25.]), epsilon=.001, is_training=False, name="bn")[0]

    @tf.function(input_signature=[tf.TensorSpec([None, None, None, 3], tf.float32, name="image")])
    def __call__(self, image):
        x = tf.nn.conv2d(image, self.kernel, 2, "SAME", name="first")
        left, right = tf.split(tf.nn.relu(self.normalise(x), name="relu"), 2, axis=3)
        joined = tf.concat([right, left], 3, name="joined")
        return {"features": tf.nn.conv2d(joined, self.second, 1, "VALID", name="last"), "joined": joined}


net = Net()
tf.saved_model.save(net, ".", signatures=net.__call__)
image = np.arange(8 * 8 * 3, dtype="f").reshape(1, 8, 8, 3) % 17
for name, values in net(tf.constant(image)).items():
    print(name, values.shape, values.numpy()[0, 1, 2], np.abs(values.numpy()).sum())
