import { random, randomId } from "../../crypto/bytes.ts";
import { crockford } from "../../crypto/crockford.ts";
import type { Part } from "../meetings.ts";

interface Met {
  readonly code: string;
  readonly offer: string;
  readonly said: Map<string, string>;
}

/** The server's side of meetings, in memory, with a carrier who may change what is carried. */
export class MeetingPlace {
  readonly meetings = new Map<string, Met>();
  readonly carried: string[] = [];
  /** What is delivered in place of what was said; the offer counts as a part. */
  change: (part: Part | "offer", text: string, meeting: string) => string | Promise<string> = (_part, text) => text;

  static open(): MeetingPlace {
    const place = new MeetingPlace();
    globalThis.fetch = async (input, init) => {
      const path = new URL(String(input)).pathname.replace("/api/meetings", "");
      place.carried.push(path, String(init?.body ?? ""));
      return place.#answer(init?.method ?? "GET", path.split("/").slice(1), String(init?.body ?? "{}"));
    };
    return place;
  }

  async #answer(method: string, [name, part]: string[], body: string): Promise<Response> {
    if (method === "POST") {
      const meeting = randomId();
      const code = crockford(random(5));
      this.meetings.set(meeting, { code, offer: (JSON.parse(body) as { offer: string }).offer, said: new Map() });
      return Response.json({ meeting, code }, { status: 201 });
    }
    const [meeting, met] = [...this.meetings].find(([id, one]) => id === name || (one.code === name && part === undefined)) ?? [];
    if (meeting === undefined || met === undefined) return problem(404, "notFound");
    if (method === "DELETE") return new Response(null, { status: this.meetings.delete(meeting) ? 204 : 404 });
    if (part === undefined) return Response.json({ meeting, offer: await this.change("offer", met.offer, meeting) });
    if (method === "GET") {
      const text = met.said.get(part);
      return text === undefined ? new Response(null, { status: 204 }) : Response.json({ [part]: await this.change(part as Part, text, meeting) });
    }
    if (met.said.has(part)) return problem(409, "meetingAnswered");
    met.said.set(part, (JSON.parse(body) as Record<string, string>)[part] ?? "");
    return new Response(null, { status: 204 });
  }
}

function problem(status: number, name: string): Response {
  return new Response(JSON.stringify({ type: `urn:problem-type:passerelle:${name}`, title: name, status, detail: "" }), {
    status, headers: { "Content-Type": "application/problem+json" },
  });
}

