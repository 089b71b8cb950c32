/** The bytes of the search files: numbers of variable length, texts, gzip. The mirror of codec.py. */

const TEXT = new TextDecoder();
const GZIP = [0x1f, 0x8b];

/** Reads through bytes from the start. */
export class Cursor {
  /** @param {Uint8Array} raw @param {number} [at] */
  constructor(raw, at = 0) {
    this.raw = raw;
    this.at = at;
  }

  get ended() {
    return this.at >= this.raw.length;
  }

  /** The next number: seven bits a byte, lowest first, all but the last with the high bit. */
  varint() {
    let byte = this.raw[this.at++];
    let number = byte & 0x7f;
    for (let factor = 128; byte > 0x7f; factor *= 128) {
      byte = this.raw[this.at++];
      number += (byte & 0x7f) * factor;
    }
    return number;
  }

  /** So many bytes, not copied. @param {number} size */
  take(size) {
    this.at += size;
    return this.raw.subarray(this.at - size, this.at);
  }

  /** Bytes that have their number before them. */
  sized() {
    return this.take(this.varint());
  }

  text() {
    return TEXT.decode(this.sized());
  }
}

/** @param {Uint8Array} raw */
export const decode = (raw) => TEXT.decode(raw);

/**
 * What was packed. Some hosts open a file on the way; then it is given back as it is.
 * @param {ArrayBuffer} buffer
 */
export async function unpacked(buffer) {
  const raw = new Uint8Array(buffer);
  if (raw[0] !== GZIP[0] || raw[1] !== GZIP[1]) return raw;
  const opened = new Blob([raw]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(opened).arrayBuffer());
}
