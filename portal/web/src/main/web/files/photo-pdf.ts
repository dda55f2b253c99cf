/** One page: a JPEG as it is, and its size in pixels. */
export interface JpegPage {
  readonly jpeg: Blob;
  readonly width: number;
  readonly height: number;
}

/** Points of the width of an A4 page. */
const WIDTH = 595;

/**
 * Photos as the pages of one PDF (ISO 32000-1, 7.5; images as 8.9.5 with the filter of 7.4.8): each JPEG goes in as it is, and nothing else does, no
 * date, no device, no author.
 */
export function photoPdf(pages: readonly JpegPage[]): Blob {
  const parts: (string | Blob)[] = [];
  const places: number[] = [];
  let length = 0;
  const write = (part: string | Blob): void => {
    parts.push(part);
    length += typeof part === "string" ? part.length : part.size;
  };
  const object = (...content: (string | Blob)[]): void => {
    places.push(length);
    [`${places.length} 0 obj\n`, ...content, "\nendobj\n"].forEach(write);
  };

  write("%PDF-1.4\n");
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${3 + 3 * i} 0 R`).join(" ")}] >>`);
  pages.forEach(({ jpeg, width, height }, i) => {
    const [page, tall] = [3 + 3 * i, Math.round(WIDTH * height / width)];
    const drawing = `q ${WIDTH} 0 0 ${tall} 0 0 cm /Photo Do Q`;
    object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${tall}] /Contents ${page + 1} 0 R /Resources << /XObject << /Photo ${page + 2} 0 R >> >> >>`);
    object(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
    object(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.size} >>\nstream\n`,
      jpeg, "\nendstream");
  });
  const table = length;
  write(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.map(at => `${at.toString().padStart(10, "0")} 00000 n \n`).join("")}`);
  write(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return new Blob(parts, { type: "application/pdf" });
}
