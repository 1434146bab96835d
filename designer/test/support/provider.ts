import { createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const KEY = "one";

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function signed(claims: object): string {
  const text = `${encoded({ alg: "RS256", kid: KEY, typ: "JWT" })}.${encoded(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(privateKey).toString("base64url")}`;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
}

export interface Provider {
  readonly issuer: string;
  stop(): void;
}

/** An OpenID provider that signs for real: its page has one button, which signs somebody in. */
export async function startProvider(client: string, person: object): Promise<Provider> {
  const asked = new Map<string, { readonly nonce: string | null }>();
  let issuer = "";
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    const json = (body: unknown) => response.setHeader("Content-Type", "application/json").end(JSON.stringify(body));
    const now = Math.floor(Date.now() / 1000);
    if (url.pathname === "/.well-known/openid-configuration") {
      json({ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`, userinfo_endpoint: `${issuer}/userinfo`, subject_types_supported: ["public"], response_types_supported: ["code"], id_token_signing_alg_values_supported: ["RS256"] });
    } else if (url.pathname === "/keys") {
      json({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: KEY, use: "sig", alg: "RS256" }] });
    } else if (url.pathname === "/authorize") {
      const code = randomUUID();
      asked.set(code, { nonce: url.searchParams.get("nonce") });
      const back = `${url.searchParams.get("redirect_uri")}?${new URLSearchParams({ code, state: url.searchParams.get("state") ?? "" })}`;
      response.setHeader("Content-Type", "text/html").end(`<!doctype html><title>Provider</title><a href="${back.replaceAll("&", "&amp;")}">Yes, it is me</a>`);
    } else if (url.pathname === "/token") {
      const found = asked.get((await formOf(request)).get("code") ?? "");
      json({ access_token: randomUUID(), token_type: "Bearer", expires_in: 60, id_token: signed({ iss: issuer, aud: client, iat: now, exp: now + 60, ...(found?.nonce && { nonce: found.nonce }), ...person }) });
    } else json(person);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const at = server.address();
  issuer = `http://localhost:${typeof at === "object" && at ? at.port : 0}`;
  return { issuer, stop: () => server.close() };
}
