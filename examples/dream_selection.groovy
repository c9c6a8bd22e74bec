// Dreams the centre of an image, with a soft edge, and saves the result. Run in Fiji's script editor, or headless:
//   ImageJ --headless --run examples/dream_selection.groovy 'file="in.tif",result="out.tif"'
#@ File file
#@ File (style = "save") result
#@output String info

import ij.IJ
import ij.gui.OvalRoi
import io.deepdream.imagej.DreamPlugin

imp = IJ.openImage(file.path)
w = imp.width
h = imp.height
imp.setRoi(new OvalRoi(w * 0.2, h * 0.2, w * 0.6, h * 0.6))
dream = DreamPlugin.dream(imp, "layer=mixed3b octaves=2 iterations=5 edge=10 save=[${result.path}]")
info = dream.infoProperty
