/** Padmé (PURBs, PETS 2019): hides a length up to O(log log) bits for at most 12 % more bytes. */
export function padme(length: number): number {
  if (length < 2) {
    return length;
  }
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - kept);
  return step <= 1 ? length : Math.ceil(length / step) * step;
}
