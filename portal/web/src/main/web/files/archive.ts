// Loaded late and apart (see load-archive.ts): the only file that knows zip.js.
import { BlobReader, BlobWriter, ERR_INVALID_PASSWORD, ZipReader, ZipWriter, configure, type FileEntry } from "@zip.js/zip.js/lib/zip-core-native.js";
import { fail } from "../crypto/failure.ts";

// Threads from addresses made up at run time are what our policy forbids.
configure({ useWebWorkers: false });

export interface Piece {
  /** Folders with `/`. */
  readonly path: string;
  readonly content: Blob;
}

/** The one entry of the outer archive. */
const INSIDE = "passerelle.zip";
/** More than any wallet holds: an archive that claims more is not opened. */
const MOST = 4_000_000_000;

/**
 * One archive for ordinary tools: AES-256 (WinZip AE-2) around a plain zip. Two layers, because the names in an encrypted zip can be read by
 * everybody, and they are the titles of somebody's papers. Nothing is compressed: papers are already.
 */
export async function pack(pieces: AsyncIterable<Piece>, password: string): Promise<Blob> {
  const inner = new ZipWriter(new BlobWriter("application/zip"), { level: 0, dataDescriptor: false, extendedTimestamp: false });
  for await (const { path, content } of pieces) {
    await inner.add(path, new BlobReader(content));
  }
  const outer = new ZipWriter(new BlobWriter("application/zip"), { level: 0, dataDescriptor: false, password, encryptionStrength: 3 });
  await outer.add(INSIDE, new BlobReader(await inner.close()));
  return outer.close();
}

export interface Unpacked {
  readonly paths: readonly string[];
  /** Undefined when there is none; larger than `most` is `tooLarge`. */
  read(path: string, most: number): Promise<Blob | undefined>;
  close(): Promise<void>;
}

/** Opens what `pack` made, also when somebody took the outer layer off; a wrong password is `wrongArchivePassword`, anything else `notAnArchive`. */
export async function unpack(archive: Blob, password: string): Promise<Unpacked> {
  const [reader, entries] = await open(archive);
  const inside = entries.find(entry => entry.filename === INSIDE);
  if (inside === undefined) {
    return contents(reader, entries);
  }
  const plain = await read(inside, MOST, password);
  await reader.close();
  return contents(...await open(plain));
}

async function open(archive: Blob): Promise<[ZipReader<Blob>, FileEntry[]]> {
  const reader = new ZipReader(new BlobReader(archive));
  try {
    const entries = await reader.getEntries();
    return [reader, entries.filter(entry => !entry.directory)];
  } catch {
    throw fail("notAnArchive");
  }
}

function contents(reader: ZipReader<Blob>, entries: readonly FileEntry[]): Unpacked {
  const byPath = new Map(entries.map(entry => [entry.filename, entry]));
  return {
    paths: [...byPath.keys()],
    read: async (path, most) => {
      const entry = byPath.get(path);
      return entry === undefined ? undefined : read(entry, most);
    },
    close: () => reader.close(),
  };
}

async function read(entry: FileEntry, most: number, password?: string): Promise<Blob> {
  if (entry.uncompressedSize > most) {
    throw fail("tooLarge");
  }
  try {
    return await entry.getData(new BlobWriter(), { checkSignature: true, ...(password === undefined ? {} : { password }) });
  } catch (error) {
    throw fail(error instanceof Error && error.message === ERR_INVALID_PASSWORD ? "wrongArchivePassword" : "notAnArchive");
  }
}
