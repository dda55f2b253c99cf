export interface Outgoing {
  readonly method: string;
  readonly headers: Headers;
  readonly body: Blob | string | null;
}

/** One request. With `progress`, by XMLHttpRequest: fetch cannot tell how much of an upload is gone. Rejects when there is no answer. */
export function transport(url: string, out: Outgoing, progress?: (fraction: number) => void): Promise<Response> {
  return progress !== undefined && typeof XMLHttpRequest !== "undefined"
    ? upload(url, out, progress)
    : fetch(url, { ...out, cache: "no-store", credentials: "same-origin", redirect: "error", referrerPolicy: "no-referrer" });
}

function upload(url: string, { method, headers, body }: Outgoing, progress: (fraction: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.responseType = "text";
    headers.forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = event => progress(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => resolve(answer(request));
    request.onerror = request.onabort = request.ontimeout = () => reject(new TypeError("no answer"));
    request.send(body);
  });
}

function answer(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const line of request.getAllResponseHeaders().trim().split(/[\r\n]+/)) {
    const colon = line.indexOf(":");
    if (colon > 0) {
      headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
    }
  }
  const empty = [204, 205, 304].includes(request.status);
  return new Response(empty ? null : request.responseText, { status: request.status, headers });
}
