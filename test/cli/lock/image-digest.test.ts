import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { imageDigest } from "../../../cli/lock/image-digest";
import { fakeRegistry } from "./fake-registry";

const DIGEST = `sha256:${"a".repeat(64)}`;
const IMAGE = { registry: "docker.io", repository: "library/postgres", tag: "17" };
const BASIC = `Basic ${Buffer.from("ada:s3cret").toString("base64")}`;
const credentials = { username: "ada", password: "s3cret" };

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});
async function registry(...args: Parameters<typeof fakeRegistry>) {
  const made = await fakeRegistry(...args);
  open.push(made.close);
  return made;
}

describe("an image's digest", () => {
  it("is asked for by HEAD, as an index where there is one", async () => {
    const { host, seen } = await registry((request, response) => {
      const index = String(request.headers.accept).startsWith("application/vnd.oci.image.index.v1+json");
      response.writeHead(index ? 200 : 404, { "docker-content-digest": DIGEST }).end();
    });
    expect(await imageDigest(IMAGE, { host, repository: "hub/library/postgres" })).toBe(DIGEST);
    expect(seen).toEqual(["HEAD /v2/hub/library/postgres/manifests/17 -"]);
  });

  it("is counted from the manifest where the registry does not say", async () => {
    const body = '{"schemaVersion":2}';
    const { host, seen } = await registry((_, response) => response.end(body));
    const counted = `sha256:${createHash("sha256").update(body).digest("hex")}`;
    expect(await imageDigest(IMAGE, { host, repository: "a" })).toBe(counted);
    expect(seen.map(line => line.split(" ")[0])).toEqual(["HEAD", "GET"]);
  });

  it("is asked for with a password only when the registry wants one", async () => {
    const { host, seen } = await registry((request, response) => {
      const fine = request.headers.authorization === BASIC;
      response.writeHead(fine ? 200 : 401, {
        ...(fine ? { "docker-content-digest": DIGEST } : { "www-authenticate": 'Basic realm="x"' }),
      });
      response.end();
    });
    expect(await imageDigest(IMAGE, { host, repository: "a", credentials })).toBe(DIGEST);
    expect(seen.map(line => line.split(" ").slice(2).join(" "))).toEqual(["-", BASIC]);
  });

  it("is asked for with a token of the registry's token service", async () => {
    const { host, seen } = await registry((request, response, self) => {
      if (request.url?.startsWith("/token?")) {
        response.end('{"token":"t0ken"}');
      } else if (request.headers.authorization === "Bearer t0ken") {
        response.writeHead(200, { "docker-content-digest": DIGEST }).end();
      } else {
        const challenge = `Bearer realm="http://${self}/token",service="reg",scope="repository:a:pull"`;
        response.writeHead(401, { "www-authenticate": challenge }).end();
      }
    });
    expect(await imageDigest(IMAGE, { host, repository: "a", credentials })).toBe(DIGEST);
    expect(seen[1]).toBe(`GET /token?service=reg&scope=repository%3Aa%3Apull ${BASIC}`);
  });

  it("sends no password to a token service without TLS", async () => {
    const { host } = await registry((_, response) => {
      response.writeHead(401, { "www-authenticate": 'Bearer realm="http://203.0.113.1/token"' }).end();
    });
    const asked = imageDigest(IMAGE, { host, repository: "a", credentials });
    await expect(asked).rejects.toThrow("http://203.0.113.1 is not https");
  });

  it.each([
    [401, undefined, /wants to know who asks; run docker login 127/],
    [401, credentials, /wants to know who asks; its password was refused/],
    [404, undefined, /has no such image or tag/],
    [429, undefined, /was asked too often/],
    [500, undefined, /answered 500/],
  ])("that is not to be had is explained: %i", async (status, known, why) => {
    const { host } = await registry((_, response) => response.writeHead(status).end());
    const asked = imageDigest(IMAGE, { host, repository: "a", ...(known && { credentials: known }) });
    await expect(asked).rejects.toThrow(why);
  });

  it("of a registry that is down is explained", async () => {
    const { host, close } = await fakeRegistry(() => undefined);
    close();
    await expect(imageDigest(IMAGE, { host, repository: "a" })).rejects.toThrow(/ECONNREFUSED/);
  });
});
