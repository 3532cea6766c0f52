import type { GetProductsCommand, GetProductsCommandOutput, PricingClient } from "@aws-sdk/client-pricing";
import { InvalidInput } from "../../components/lib/issues";
import { type Product, readProduct } from "./product";

/** The version that the project is tested with; the package is installed by who needs it. */
export const CLIENT = "@aws-sdk/client-pricing@3.1133.0";
/** One of the regions that answer for all. */
const ANSWERING = "us-east-1";

/** Asks for every product of a service that matches, and passes over what is no product. */
export type PriceList = (
  service: string,
  filters: Readonly<Record<string, string>>,
) => Promise<readonly Product[]>;

/**
 * The AWS Price List, asked with the credentials of the environment.
 *
 * @throws InvalidInput when its client is not installed, and later when AWS refuses
 */
export async function awsPriceList(): Promise<PriceList> {
  const { GetProductsCommand, PricingClient } = await clientPackage();
  const client = new PricingClient({ region: ANSWERING });
  return async (service, filters) => {
    const Filters = Object.entries(filters).map(([Field, Value]) => ({
      Type: "TERM_MATCH" as const,
      Field,
      Value,
    }));
    const products: Product[] = [];
    let NextToken: string | undefined;
    do {
      const page = { ...(NextToken !== undefined && { NextToken }), MaxResults: 100 };
      const asked = new GetProductsCommand({ ServiceCode: service, Filters, ...page });
      const answer = await answered(client, asked);
      const entries: readonly unknown[] = answer.PriceList ?? [];
      products.push(...entries.flatMap(entry => readProduct(String(entry)) ?? []));
      NextToken = answer.NextToken;
    } while (NextToken !== undefined && NextToken !== "");
    return products;
  };
}

async function clientPackage(): Promise<typeof import("@aws-sdk/client-pricing")> {
  try {
    return await import("@aws-sdk/client-pricing");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && /MODULE_NOT_FOUND/.test(String(error.code))))
      throw error;
    const issue = { path: "prices refresh", wrong: "the client of the AWS Price List is missing" };
    throw new InvalidInput([{ ...issue, instead: `install it: npm install --save-dev ${CLIENT}` }]);
  }
}

async function answered(
  client: PricingClient,
  command: GetProductsCommand,
): Promise<GetProductsCommandOutput> {
  try {
    return await client.send(command);
  } catch (error) {
    const wrong = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const instead = "give credentials that may pricing:GetProducts, and a way to AWS";
    throw new InvalidInput([{ path: "AWS Price List", wrong, instead }]);
  }
}
