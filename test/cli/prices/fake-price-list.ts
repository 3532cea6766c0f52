import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Offer, priceListEntry } from "./offers";

/** Entries of one answer, so that every longer one has pages. */
const PAGE = 2;

interface Question {
  readonly ServiceCode: string;
  readonly Filters?: readonly { readonly Type: string; readonly Field: string; readonly Value: string }[];
  readonly NextToken?: string;
}

/**
 * A server on the loopback that speaks the Price List's protocol (JSON 1.1, `GetProducts`) and answers with the
 * offers that match. `seen` has the service of each question with its page.
 */
export async function fakePriceList(offers: readonly Offer[]) {
  const seen: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const question: Question = JSON.parse(Buffer.concat(chunks).toString());
    const target = String(request.headers["x-amz-target"]);
    const signed = String(request.headers.authorization).startsWith("AWS4-HMAC-SHA256 Credential=");
    const from = Number(question.NextToken ?? "0");
    seen.push(`${target} ${question.ServiceCode} ${from}`);
    const refused = !signed || !target.endsWith(".GetProducts");
    const body = refused
      ? { __type: "AccessDeniedException", message: "no" }
      : page(matching(offers, question), from);
    response.writeHead(refused ? 400 : 200, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, seen, close: () => server.close() };
}

function matching(offers: readonly Offer[], { ServiceCode, Filters = [] }: Question): string[] {
  const entries = offers.map((offer, at) => ({ offer, entry: priceListEntry(offer, at) }));
  return entries
    .filter(({ offer }) => offer.service === ServiceCode)
    .filter(({ offer }) =>
      Filters.every(({ Type, Field, Value }) => Type === "TERM_MATCH" && offer.attributes[Field] === Value),
    )
    .map(({ entry }) => entry);
}

function page(entries: readonly string[], from: number) {
  const next = from + PAGE;
  return {
    FormatVersion: "aws_v1",
    PriceList: entries.slice(from, next),
    ...(next < entries.length && { NextToken: String(next) }),
  };
}
