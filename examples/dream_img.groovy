// Dreams an image of ImgLib2, of any numeric type, without an ImagePlus. Run in Fiji's script editor, or headless:
//   ImageJ --headless --run examples/dream_img.groovy 'channelAxis=2'
#@ Img img
#@ Integer (label = "Axis of the channels, -1 = none", value = -1) channelAxis
#@output result

import io.deepdream.imagej.DreamPlugin

result = DreamPlugin.dream(img, channelAxis, "layer=mixed3b octaves=2 iterations=5")
