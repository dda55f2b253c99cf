import { fail } from "../crypto/failure.ts";
import { inspect, isRefusal, titleOf, type PaperType } from "./sniff.ts";
import { thumbnail } from "./thumbnail.ts";
import { withoutPlace } from "./without-place.ts";

/** A file that can be kept: its true type, a first title, and its small picture once that is drawn. */
export interface Taken {
  readonly file: Blob;
  readonly type: PaperType;
  readonly title: string;
  picture?: string;
  readonly pictured: Promise<void>;
}

/** Throws why a file cannot be kept; of a photo, the place where it was taken is left behind. */
export async function take(file: File): Promise<Taken> {
  const type = await inspect(file);
  if (isRefusal(type)) throw fail(type);
  return taken(type === "image/jpeg" ? await withoutPlace(file) : file, type, titleOf(file.name));
}

export function taken(file: Blob, type: PaperType, title: string): Taken {
  let done: () => void = () => undefined;
  const one: Taken = { file, type, title, pictured: new Promise<void>(drawn => { done = drawn; }) };
  void thumbnail(file, type).then(picture => {
    if (picture !== undefined) one.picture = picture;
    done();
  });
  return one;
}
