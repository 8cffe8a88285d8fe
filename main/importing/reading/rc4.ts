/** RC4's key stream: the ciphers of old workbooks need it, and today's crypto libraries no longer offer it. */
export function rc4Stream(key: Buffer): (count: number) => Buffer {
  const state = new Uint8Array(256);
  for (let at = 0; at < 256; at++) state[at] = at;
  let j = 0;
  const swap = (a: number, b: number): void => {
    const kept = state[a] ?? 0;
    state[a] = state[b] ?? 0;
    state[b] = kept;
  };
  for (let at = 0; at < 256; at++) {
    j = (j + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 255;
    swap(at, j);
  }
  let i = 0;
  j = 0;
  return (count) => {
    const stream = Buffer.alloc(count);
    for (let at = 0; at < count; at++) {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      stream[at] = state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0;
    }
    return stream;
  };
}

/** Deciphers (or enciphers) from the stream's current place. */
export function rc4Applied(stream: (count: number) => Buffer, bytes: Buffer): Buffer {
  const keys = stream(bytes.length);
  for (let at = 0; at < keys.length; at++) keys[at] = (keys[at] ?? 0) ^ (bytes[at] ?? 0);
  return keys;
}
