# Dreams an image at several layers and saves a stack of the results. Run in Fiji's script editor, or headless:
#   ImageJ --headless --run examples/compare_layers.py 'file="in.png",result="layers.tif"'
#@ File file
#@ File (style = "save") result
#@output Integer slices

from ij import IJ, ImagePlus, ImageStack
from io.deepdream.imagej import DreamPlugin

imp = IJ.openImage(file.getPath())
stack = ImageStack(imp.getWidth(), imp.getHeight())
for layer in ["mixed3a", "mixed3b", "mixed4a"]:
    dream = DreamPlugin.dream(imp, "layer=%s octaves=2 iterations=5" % layer)
    stack.addSlice(layer, dream.getProcessor())
IJ.saveAsTiff(ImagePlus("layers", stack), result.getPath())
slices = stack.size()
