// Dreams all images of a folder and saves the results in another folder. Run in ImageJ, or on the command line:
//   mvn -q compile exec:java -Dexec.args="--macro examples/dream_folder.ijm IN|OUT"
folders = split(getArgument(), "|");
if (folders.length == 2) {
  input = folders[0];
  output = folders[1];
} else {
  input = getDirectory("Folder of images");
  output = getDirectory("Folder for the results");
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
print(dreamed + " images saved in " + output);
