package io.deepdream.packaging;

/** A version of a file of an update site, current or obsolete. */
final class SiteVersion {

	private final String filename;
	private final String checksum;
	private final long timestamp;
	private final long obsoleteSince;

	/**
	 * @param filename path of this version
	 * @param timestamp such as 20261125120000
	 * @param obsoleteSince timestamp; 0 for the current version
	 */
	SiteVersion(final String filename, final String checksum, final long timestamp, final long obsoleteSince) {
		this.filename = filename;
		this.checksum = checksum;
		this.timestamp = timestamp;
		this.obsoleteSince = obsoleteSince;
	}

	String filename() {
		return filename;
	}

	String checksum() {
		return checksum;
	}

	long timestamp() {
		return timestamp;
	}

	long obsoleteSince() {
		return obsoleteSince;
	}

	SiteVersion obsolete(final long since) {
		return new SiteVersion(filename, checksum, timestamp, since);
	}
}
