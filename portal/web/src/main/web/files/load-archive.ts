import { fail } from "../crypto/failure.ts";
import type { Piece, Unpacked } from "./archive.ts";
import { late } from "./late.ts";

/** The maker and reader of archives, loaded when somebody takes their papers along or brings them. */
const loaded = late<typeof import("./archive.ts")>(() => ({ address: ARCHIVE_ADDRESS, integrity: ARCHIVE_INTEGRITY }));

export async function pack(pieces: AsyncIterable<Piece>, password: string): Promise<Blob> {
  return (await loaded()).pack(pieces, password);
}

export async function unpack(archive: Blob, password: string): Promise<Unpacked> {
  const { unpack: open } = await loaded();
  const inside = await ours(() => open(archive, password));
  return { paths: inside.paths, read: (path, most) => ours(() => inside.read(path, most)), close: () => inside.close() };
}

const NAMES = ["wrongArchivePassword", "notAnArchive", "tooLarge"];

/** A file that loads late has copies of our classes: what it throws is thrown anew as ours, so that the screens know it. */
async function ours<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof Error && NAMES.includes(error.message) ? fail(error.message) : error;
  }
}
