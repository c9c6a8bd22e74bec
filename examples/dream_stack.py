# Makes an image of ImgLib2 with 16 bits and three slices, and dreams each slice. Run in Fiji's script editor, or headless:
#   ImageJ --headless --run examples/dream_stack.py
#@output result

from net.imglib2.img.array import ArrayImgs
from io.deepdream.imagej import DreamPlugin

img = ArrayImgs.unsignedShorts(96, 80, 3)
cursor = img.localizingCursor()
while cursor.hasNext():
    cursor.fwd()
    x, y, z = [cursor.getIntPosition(axis) for axis in range(3)]
    cursor.get().set(1000 + 40 * ((x + 8 * z) % 32) + 20 * (y % 24))
result = DreamPlugin.dream(img, -1, "layer=mixed3b octaves=2 iterations=5")
