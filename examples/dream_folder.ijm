// Dreams every image of a folder into another one. In ImageJ it asks for both; without a window:
//   mvn -q compile exec:java -Dexec.args="--macro examples/dream_folder.ijm IN|OUT"
folders = split(getArgument(), "|");
if (folders.length == 2) {
  input = folders[0];
  output = folders[1];
} else {
  input = getDirectory("Folder of images");
  output = getDirectory("Folder for the dreams");
}
if (!endsWith(input, File.separator)) input = input + File.separator;
setBatchMode(true);
files = getFileList(input);
dreamed = 0;
for (i = 0; i < files.length; i++) {
  if (!matches(toLowerCase(files[i]), ".*\\.(tif|tiff|png|jpg|jpeg|gif|bmp)")) continue;
  open(input + files[i]);
  run("Dream...", "layer=mixed3b octaves=2 iterations=5 slices=all save=[" + output + "]");
  while (nImages > 0) close();
  dreamed++;
}
print(dreamed + " images dreamed into " + output);
