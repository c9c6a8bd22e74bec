/**
 * What happens before a native library is loaded: is this computer one that can
 * run it, where are its jars, is there room to unpack it, and did it bring the
 * process down the last time? Knows no network and no network library.
 */
package io.deepdream.engine.loading;
