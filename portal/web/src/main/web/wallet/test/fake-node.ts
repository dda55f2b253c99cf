import { verifyAgency, type PublishedKeys } from "../../crypto/agency.ts";
import { b64u, base64, concat, fromB64u, hex, randomId, random, utf8, type Bytes } from "../../crypto/bytes.ts";
import { publicPart, newPair, type PrivateJwk } from "../../crypto/curve.ts";
import { stateKey } from "../../crypto/agency.ts";
import { personalLeaf } from "../../crypto/merkle.ts";
import { path as treePath, proof, root } from "../../crypto/test/tree.ts";
import { sha256 } from "../../crypto/sha256.ts";
import { canonical } from "../../crypto/canonical.ts";
import type { Keyset } from "../../crypto/keyset.ts";
import { FakeDoors } from "./fake-doors.ts";
import { FakeViews } from "./fake-views.ts";

export const ORIGIN = "http://localhost:8080";
export const REGISTRY = "http://localhost:8081";
export const AGENCY = "cpas-molenbeek";
const REALM = `${ORIGIN}/auth/realms/passerelle`;

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string | Bytes | undefined;
}

interface FakeLoan {
  account: string;
  state: string;
  endedAt?: string;
  body: { loan: string; agency: string; function: string; holder: string; holderKey: object; actions: string[]; from: string; until: string; items: { paper: string; version: number; jwe: string }[] };
}

/** The other side of the wire, in memory: enough of the node to see what the wallet sends, in which order, and what it does when things fail. */
export class FakeNode {
  readonly seen: Seen[] = [];
  readonly secrets = new Map<string, string>();
  readonly roles = new Map<string, { organisation?: string; team?: string }>();
  readonly keysets = new Map<string, Keyset>();
  /** Counts the changes of a key set: its tag. */
  readonly tags = new Map<string, number>();
  /** Of the root view. */
  readonly manifests = new Map<string, { version: number; jwe: string }>();
  readonly views = new FakeViews();
  readonly doors = new FakeDoors();
  readonly uses: string[] = [];
  readonly papers = new Map<string, { account: string; bytes: Bytes; storedAt: string }>();
  readonly loans: FakeLoan[] = [];
  readonly handed: { member: string; agency: string; function: string; use: string; jwe: string }[] = [];
  readonly events: { account: string; salt: string; event: string }[] = [];
  /** Called before a request is served; an answer replaces the node's own. */
  intercept: (seen: Seen) => Response | undefined | Promise<Response | undefined> = () => undefined;
  skew = 0;
  #codes = new Map<string, { account: string; nonce: string }>();
  #tokens = new Map<string, { account: string; session: string }>();
  #root!: PrivateJwk;
  published!: PublishedKeys;
  enc!: PrivateJwk;
  #logKey!: CryptoKeyPair;

  static async start(): Promise<FakeNode> {
    const node = new FakeNode();
    node.#logKey = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]) as CryptoKeyPair;
    await node.newAgency();
    globalThis.fetch = (input, init) => node.#fetch(String(input), init ?? {});
    return node;
  }

  get root(): PrivateJwk {
    return this.#root;
  }

  async newAgency(): Promise<void> {
    const [root, enc, sig] = [await newPair(), await newPair(), await newPair()];
    const at = "2026-11-22T15:00:00Z";
    this.#root = root;
    this.enc = enc;
    this.published = {
      agency: AGENCY, root: publicPart(root), functions: [{
        function: "accueil", names: { fr: "Accueil" },
        statements: [await stateKey(root, AGENCY, "accueil", "enc", publicPart(enc), at, null), await stateKey(root, AGENCY, "accueil", "sig", publicPart(sig), at, null)],
      }],
    };
    await verifyAgency(this.published, AGENCY);
  }

  get now(): number {
    return Date.now() + this.skew;
  }

  /** Until nothing was asked for a while: what a session does on its own comes a moment after what it shows. */
  async quiet(): Promise<void> {
    for (let still = 0; still < 10;) {
      const asked = this.seen.length;
      await new Promise(done => setTimeout(done, 10));
      still = this.seen.length > asked ? 0 : still + 1;
    }
  }

  record(account: string, event: object): void {
    this.events.push({ account, salt: b64u(random(32)), event: canonical(event) });
  }

  requests(method: string, path: RegExp): Seen[] {
    return this.seen.filter(seen => seen.method === method && path.test(seen.path));
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const request = new Request(url, init.body instanceof Blob ? { ...init, body: await init.body.arrayBuffer() } : init);
    const { pathname, search, origin } = new URL(url);
    const text = init.body instanceof Blob ? undefined : await request.text();
    const body = init.body instanceof Blob ? new Uint8Array(await init.body.arrayBuffer()) : text;
    const seen: Seen = { method: request.method, path: pathname + search, headers: request.headers, body };
    this.seen.push(seen);
    const answer = await this.intercept(seen)
      ?? (origin === REGISTRY ? this.#registry(pathname) : pathname.startsWith("/api/") ? await this.#api(seen, pathname.slice(4), new URL(url).searchParams) : await this.#realm(seen, new URL(url)));
    answer.headers.set("Date", new Date(Date.now() + this.skew).toUTCString());
    return answer.url === "" ? Object.defineProperty(answer, "url", { value: url }) : answer;
  }

  #registry(path: string): Response {
    if (path === "/organisations") {
      return json({ items: [{ id: AGENCY, name: "CPAS de Molenbeek (fictif)", names: { fr: "CPAS de Molenbeek (fictif)" }, sector: "cpas", commune: "21012", lendable: true }] });
    }
    return path === `/organisations/${AGENCY}/keys` ? json(this.published) : problem(404, "notFound");
  }

  async #realm({ method, body }: Seen, url: URL): Promise<Response> {
    if (url.pathname.endsWith("/protocol/openid-connect/auth")) {
      return json({ challenge: this.doors.challenge(url.searchParams.get("nonce") ?? ""), action: `${REALM}/login-actions/authenticate?nonce=${url.searchParams.get("nonce")}&state=${url.searchParams.get("state")}` }, 401);
    }
    const form = new URLSearchParams(String(body));
    if (url.pathname.endsWith("/login-actions/authenticate") && method === "POST") {
      const [username, nonce] = [form.get("username") ?? "", url.searchParams.get("nonce") ?? ""];
      const door = form.get("door");
      const opened = door === null ? this.secrets.get(username) === form.get("password")
        : await this.doors.open(nonce, "passerelle", username, door, this.keysets.get(`account-of-${username}`));
      if (!opened) {
        return json({ action: url.href, challenge: this.doors.challenge(nonce), error: "wrongPassphrase" }, 401);
      }
      const code = randomId();
      this.#codes.set(code, { account: `account-of-${username}`, nonce });
      return landed(`${ORIGIN}/signed-in?code=${code}&state=${url.searchParams.get("state")}&iss=${encodeURIComponent(REALM)}`);
    }
    if (url.pathname.endsWith("/token")) {
      const grant = this.#codes.get(form.get("code") ?? "")!;
      const token = randomId();
      this.#tokens.set(token, { account: grant.account, session: this.views.session(grant.account, this.now) });
      const now = Math.floor((Date.now() + this.skew) / 1000);
      const idToken = jwt({ iss: REALM, aud: "portal", sub: grant.account, iat: now, exp: now + 300, nonce: grant.nonce });
      return json({ access_token: token, token_type: "DPoP", expires_in: 300, id_token: idToken });
    }
    return new Response("");
  }

  async #api(seen: Seen, path: string, query: URLSearchParams): Promise<Response> {
    const { method, headers, body } = seen;
    const input = typeof body === "string" && headers.get("content-type") === "application/json" ? JSON.parse(body) : {};
    if (path === "/accounts") {
      if (this.secrets.has(input.username)) {
        return problem(409, "accountExists");
      }
      this.secrets.set(input.username, input.authSecret);
      return json({ username: input.username }, 201);
    }
    if (path.startsWith("/log/") && path !== "/log/events") {
      return this.#publicLog(path, query);
    }
    const token = this.#tokens.get(headers.get("authorization")?.replace(/^DPoP /, "") ?? "");
    if (token === undefined || headers.get("dpop") === null) {
      return problem(401, "sessionEnded");
    }
    const { account } = token;
    if (token.session !== this.views.session(account, this.now)) {
      return problem(401, "sessionClosed");
    }
    const mask = this.views.current(account, this.now);
    const shown = (id: string): boolean => mask?.shows.has(id) ?? true;
    const [, first, second, third, fourth] = path.split("/");
    switch (`${method} ${first}`) {
      case "GET me":
        return json({ account, username: account.slice("account-of-".length), roles: ["holder"], ...this.roles.get(account), storage: { used: 0, limit: 1e9 } });
      case "GET keyset":
        return this.keysets.has(account)
          ? tagged(json({ ...this.keysets.get(account), ...(mask === undefined ? {} : { view: mask.view }) }), `"${this.tags.get(account) ?? 1}"`)
          : problem(404, "notFound");
      case "PUT keyset":
        return this.#putKeyset(account, headers, input);
      case "GET manifest": {
        const held = this.#manifest(account);
        return held === undefined ? problem(404, "notFound") : tagged(new Response(held.jwe), this.#tag(account, held.version));
      }
      case "PUT manifest":
        return this.#putManifest(account, headers, String(body));
      case "GET slots":
        return json({ items: this.doors.slots(this.keysets.get(account)!, this.uses) });
      case "POST sign-in-secret":
        return this.#replaceSecret(account, headers, input);
      case "POST slots":
        this.uses.push(second!);
        return new Response(null, { status: 204 });
      case "POST masks":
        if (second === "end") {
          this.views.lift(account, input.jws, this.now);
          return new Response(null, { status: 204 });
        }
        return await this.views.set(account, input, this.keysets.get(account)!, this.now) ? new Response(null, { status: 204 }) : problem(422, "badInput");
      case "GET views":
        return json({ items: this.views.ended(account, this.now) });
      case "DELETE views":
        this.views.drop(account, second!);
        return new Response(null, { status: 204 });
      case "GET papers":
        if (second === undefined) {
          return json({ items: [...this.papers].filter(([id]) => shown(id.split("/")[0]!)).map(([id, held]) => ({ paper: id.split("/")[0], version: 1, size: held.bytes.length, hash: "", storedAt: held.storedAt })) });
        }
        return this.papers.has(`${second}/${fourth}`) && shown(second) ? new Response(this.papers.get(`${second}/${fourth}`)!.bytes) : problem(404, "notFound");
      case "PUT papers": {
        const bytes = body as Bytes;
        if (headers.get("content-digest") !== `sha-256=:${base64(await sha256(bytes))}:`) {
          return problem(400, "digestMismatch");
        }
        this.views.show(account, second!, this.now);
        this.papers.set(`${second}/${fourth}`, { account, bytes, storedAt: new Date(Date.now() + this.skew).toISOString() });
        return json({}, 201);
      }
      case "DELETE papers":
        for (const id of [...this.papers.keys()].filter(key => key.startsWith(`${second}/`))) {
          this.papers.delete(id);
        }
        return new Response(null, { status: 204 });
      case "POST loans":
        return third === "end" ? this.#end(second!) : this.#lend(account, input);
      case "GET loans":
        return json({ items: this.loans.filter(loan => loan.account === account && shown(loan.body.loan)).map(answered) });
      case "GET desk":
        return second === "keys"
          ? json({ items: this.handed.filter(entry => entry.member === account) })
          : second === "loans"
            ? json({ items: this.loans.map(loan => ({ ...loan.body, state: loan.state, endedAt: loan.endedAt ?? null, items: loan.body.items.map(item => (loan.state === "given" ? item : { ...item, jwe: null })) })) })
            : this.#content(third!);
      case "POST desk": {
        const loan = this.loans.find(candidate => candidate.body.loan === third)!;
        return loan.state === "given"
          ? json({ opening: `${third}~${input.paper}`, content: "", size: 1, hash: b64u(random(32)) }, 201)
          : problem(403, "openingRefused", { reason: "loanEnded", endedAt: loan.endedAt });
      }
      case "GET log":
        return json({ items: this.events.map((event, index) => ({ ...event, index, at: "2026-11-22T15:00:00Z" })).filter(event => event.account === account && subjects(event.event).every(shown)).reverse() });
      default:
        return problem(404, "notFound");
    }
  }

  #content(opening: string): Response {
    return new Response(this.papers.get(`${opening.split("~")[1]}/1`)!.bytes);
  }

  #manifest(account: string): { version: number; jwe: string } | undefined {
    const mask = this.views.current(account, this.now);
    return mask === undefined ? this.manifests.get(account) : { version: mask.version, jwe: mask.manifest };
  }

  #tag(account: string, version: number): string {
    return `"${(this.views.current(account, this.now)?.view ?? this.keysets.get(account)?.view)?.view}.${version}"`;
  }

  #putManifest(account: string, headers: Headers, jwe: string): Response {
    const held = this.#manifest(account);
    const version = Number(headers.get("manifest-version"));
    const fits = held === undefined ? headers.get("if-none-match") === "*" : headers.get("if-match") === this.#tag(account, held.version) && version === held.version + 1;
    if (!fits) {
      return problem(412, "preconditionFailed");
    }
    const mask = this.views.current(account, this.now);
    if (mask === undefined) {
      this.manifests.set(account, { version, jwe });
    } else {
      Object.assign(mask, { version, manifest: jwe });
    }
    return tagged(new Response(null, { status: 204 }), this.#tag(account, version));
  }

  #putKeyset(account: string, headers: Headers, { view, ...body }: Keyset): Response {
    const [mask, held, tag] = [this.views.current(account, this.now), this.keysets.get(account), this.tags.get(account) ?? 0];
    const fits = held === undefined ? headers.get("if-none-match") === "*" : headers.get("if-match") === `"${tag}"`;
    if (!fits || (held !== undefined && view.view !== (mask?.view ?? held.view).view)) {
      return problem(412, "preconditionFailed");
    }
    if (mask !== undefined) {
      Object.assign(mask, { view });
    }
    this.keysets.set(account, { ...body, view: mask === undefined ? view : held!.view });
    this.tags.set(account, tag + 1);
    return tagged(json({}, held === undefined ? 201 : 200), `"${tag + 1}"`);
  }

  async #replaceSecret(account: string, headers: Headers, wanted: { authSecret: string; jws: string }): Promise<Response> {
    if (headers.get("if-match") !== `"${this.tags.get(account)}"`) {
      return problem(412, "preconditionFailed");
    }
    if (!await this.doors.wants(account, this.keysets.get(account)!, wanted)) {
      return problem(422, "badKeyset");
    }
    this.secrets.set(account.slice("account-of-".length), wanted.authSecret);
    this.views.close(account);
    return new Response(null, { status: 204 });
  }

  #lend(account: string, body: FakeLoan["body"]): Response {
    const loan: FakeLoan = { account, state: "given", body };
    this.loans.push(loan);
    this.views.show(account, body.loan, this.now);
    const { loan: id, agency, function: name, from, until, actions, items } = body;
    this.record(account, { type: "loanGiven", at: from, loan: id, agency, function: name, from, until, actions, papers: items.map(item => item.paper) });
    return json(answered(loan), 201);
  }

  #end(id: string): Response {
    const loan = this.loans.find(candidate => candidate.body.loan === id)!;
    if (loan.state === "ended") {
      return problem(409, "loanEnded", { endedAt: loan.endedAt });
    }
    Object.assign(loan, { state: "ended", endedAt: "2026-11-22T16:00:00Z" });
    return json(answered(loan));
  }

  async #publicLog(path: string, query: URLSearchParams): Promise<Response> {
    const leaves = await Promise.all(this.events.map(event => personalLeaf(fromB64u(event.salt), event.event)));
    const name = "passerelle.localhost/log";
    const raw = concat(Uint8Array.of(1), new Uint8Array(await crypto.subtle.exportKey("raw", this.#logKey.publicKey)));
    const id = (await sha256(concat(utf8(`${name}\n`), raw))).slice(0, 4);
    const number = (key: string): number => Number(query.get(key));
    switch (path) {
      case "/log/key":
        return new Response(`${name}+${hex(id)}+${base64(raw)}\n`);
      case "/log/checkpoint": {
        const text = `${name}\n${leaves.length}\n${base64(await root(leaves))}\n`;
        const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", this.#logKey.privateKey, utf8(text)));
        return new Response(`${text}\n\u2014 ${name} ${base64(concat(id, signature))}\n`);
      }
      case "/log/proofs/inclusion":
        return json({ hashes: (await treePath(number("index"), leaves.slice(0, number("size")))).map(base64) });
      default:
        return json({ hashes: (await proof(number("from"), leaves.slice(0, number("to")))).map(base64) });
    }
  }
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
}

export function problem(status: number, name: string, more: object = {}): Response {
  return json({ type: `urn:problem-type:passerelle:${name}`, title: name, status, ...more }, status);
}

function tagged(response: Response, tag: string): Response {
  response.headers.set("ETag", tag);
  return response;
}

/** The opaque ids an event speaks of: it shows where all of them show. */
function subjects(text: string): readonly string[] {
  const { loan, paper, papers = [] } = JSON.parse(text) as { loan?: string; paper?: string; papers?: string[] };
  return [loan, paper, ...papers].filter(id => id !== undefined);
}

function landed(url: string): Response {
  return Object.defineProperty(new Response(""), "url", { value: url });
}

function jwt(claims: object): string {
  return `${b64u(utf8(JSON.stringify({ alg: "RS256" })))}.${b64u(utf8(JSON.stringify(claims)))}.${b64u(utf8("unverified"))}`;
}

function answered({ state, endedAt, body: { items, holder: _h, holderKey: _k, ...loan } }: FakeLoan): object {
  return { ...loan, state, givenAt: loan.from, endedAt: endedAt ?? null, items: items.map(({ paper, version }) => ({ paper, version })) };
}
