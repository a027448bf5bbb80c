import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host that takes uploads on loopback. */
export interface UploadResponder {
  /** Its address. */
  readonly url: string;
  /** Bytes that it took so far. */
  readonly received: () => number;
  /** From now on it takes no more than this rate, kbit/s; null: as fast as can be. */
  limit(kbps: number | null): void;
  /** From now on it answers with this status. */
  answer(status: number): void;
  close(): Promise<void>;
}

/** Starts one; it reads a body to its end and answers 204, as docs/upload-responder.md asks. */
export async function startUploadResponder(): Promise<UploadResponder> {
  let [received, status] = [0, 204];
  let kbps: number | null = null;
  // When the bytes of before are through, at the limited rate.
  let freeAt = 0;
  const server = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (part: Buffer) => {
      bytes += part.length;
    });
    request.on('end', () => {
      received += bytes;
      freeAt = Math.max(freeAt, performance.now()) + (kbps === null ? 0 : (bytes * 8) / kbps);
      setTimeout(() => response.writeHead(status).end(), freeAt - performance.now());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/upload`,
    received: () => received,
    limit: (next) => {
      kbps = next;
      freeAt = 0;
    },
    answer: (next) => {
      status = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
