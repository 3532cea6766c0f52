import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An HTTP server on the loopback; `seen` has `METHOD path authorization` of each request. */
export async function fakeRegistry(
  answer: (request: IncomingMessage, response: ServerResponse, host: string) => void,
) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push([request.method, request.url, request.headers.authorization ?? "-"].join(" "));
    answer(request, response, host());
  });
  const host = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { host: host(), seen, close: () => server.close() };
}
